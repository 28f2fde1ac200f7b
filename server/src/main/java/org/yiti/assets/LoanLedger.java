package org.yiti.assets;

import static org.yiti.kernel.ledger.Column.date;
import static org.yiti.kernel.ledger.Column.decimal;
import static org.yiti.kernel.ledger.Column.text;
import static org.yiti.kernel.ledger.Column.via;
import static org.yiti.kernel.ledger.Column.yesNo;
import static org.yiti.kernel.ledger.Grade.L2;

import org.yiti.kernel.ledger.Check;
import org.yiti.kernel.ledger.Ledger;

/** Who borrowed what, until when, and how it came back. */
final class LoanLedger {

    private LoanLedger() {}

    static Ledger loans() {
        return Ledger.of("assets.loan", "loans", "公物仓出借", "Loans of the shared warehouse")
                .ofInstitutionOf("asset")
                .records("warehouse-loan", "assetName")
                .columns(
                        via("asset", "cardNo", "cardNo", "资产编号", "Asset no.").needed(),
                        via("asset", "name", "assetName", "资产名称", "Asset"),
                        via("asset", "institutionName", "institutionName", "单位名称", "Institution"),
                        date("borrowedOn", "借出日期", "Borrowed", L2).needed().sorted(),
                        text("borrower", "借用单位", "Borrower", L2).needed().upTo(120),
                        date("dueOn", "应还日期", "Due", L2).needed(),
                        date("returnedOn", "归还日期", "Returned", L2),
                        yesNo("damaged", "归还时损坏", "Damaged", L2).tucked(),
                        decimal("compensation", "赔偿金额", "Compensation", "元", 2, L2)
                                .within(0, 1_000_000_000)
                                .tucked())
                .keyedBy("cardNo", "borrowedOn")
                .refers("asset", "assets.asset", true, "cardNo")
                .checks(Check.order("borrowedOn", "dueOn"), Check.order("borrowedOn", "returnedOn"));
    }
}
