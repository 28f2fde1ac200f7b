package org.yiti.assets;

import static org.yiti.kernel.ledger.Column.code;
import static org.yiti.kernel.ledger.Column.date;
import static org.yiti.kernel.ledger.Column.decimal;
import static org.yiti.kernel.ledger.Column.text;
import static org.yiti.kernel.ledger.Grade.L2;

import org.yiti.kernel.ledger.InstitutionColumns;
import org.yiti.kernel.ledger.Ledger;

/** What letting and selling brought, and when the treasury got it. */
final class IncomeLedger {

    private IncomeLedger() {}

    static Ledger incomes() {
        return Ledger.of("assets.income", "incomes", "资产收入", "Income of assets")
                .ofInstitution()
                .records("asset-income", "voucherNo")
                .columns(
                        text("voucherNo", "收款凭证号", "Voucher no.", L2).needed().upTo(60),
                        InstitutionColumns.code(),
                        InstitutionColumns.name(),
                        code("kind", "asset-income-kind", "收入类别", "Kind", L2).needed(),
                        date("receivedOn", "收款日期", "Received", L2).needed().sorted(),
                        decimal("amount", "金额", "Amount", "元", 2, L2).needed().within(0, 1_000_000_000),
                        date("paidInOn", "缴库日期", "Paid in", L2),
                        text("receiptNo", "缴库凭证号", "Treasury receipt no.", L2).upTo(80))
                .keyedBy("voucherNo");
    }
}
