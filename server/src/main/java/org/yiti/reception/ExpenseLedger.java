package org.yiti.reception;

import static org.yiti.kernel.ledger.Column.code;
import static org.yiti.kernel.ledger.Column.date;
import static org.yiti.kernel.ledger.Column.decimal;
import static org.yiti.kernel.ledger.Column.text;
import static org.yiti.kernel.ledger.Column.via;
import static org.yiti.kernel.ledger.Column.yesNo;
import static org.yiti.kernel.ledger.Grade.L2;

import org.yiti.kernel.ledger.Ledger;

/** What was paid for a reception, how, and on which papers. */
final class ExpenseLedger {

    private ExpenseLedger() {}

    static Ledger expenses() {
        return Ledger.of("reception.expense", "expenses", "接待费报销", "Expenses of receptions")
                .ofInstitutionOf("reception")
                .records("reception-expense", "receptionNo", "voucherNo")
                .columns(
                        via("reception", "receptionNo", "receptionNo", "接待编号", "Reception no.")
                                .needed(),
                        via("reception", "institutionName", "institutionName", "单位名称", "Institution"),
                        text("voucherNo", "报销凭证号", "Voucher no.", L2).needed().upTo(60),
                        date("paidOn", "支付日期", "Paid", L2).needed().sorted(),
                        code("item", "reception-item", "费用项目", "Item", L2).needed(),
                        decimal("amount", "金额", "Amount", "元", 2, L2).needed().within(0, 1_000_000_000),
                        code("payment", "payment-means", "支付方式", "Paid by", L2).needed(),
                        yesNo("invoice", "附财务票据", "Invoice attached", L2),
                        yesNo("letter", "附派出单位公函", "Letter attached", L2),
                        yesNo("list", "附接待清单", "List attached", L2),
                        yesNo("approval", "附审批单", "Approval attached", L2).tucked())
                .keyedBy("receptionNo", "voucherNo")
                .refers("reception", "reception.reception", true, "receptionNo");
    }
}
