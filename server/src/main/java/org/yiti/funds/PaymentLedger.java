package org.yiti.funds;

import static org.yiti.kernel.ledger.Column.date;
import static org.yiti.kernel.ledger.Column.decimal;
import static org.yiti.kernel.ledger.Column.integer;
import static org.yiti.kernel.ledger.Column.text;
import static org.yiti.kernel.ledger.Column.via;
import static org.yiti.kernel.ledger.Grade.L2;

import org.yiti.kernel.ledger.Ledger;

/** What was delivered, accepted and paid. */
final class PaymentLedger {

    private PaymentLedger() {}

    static Ledger payments() {
        return Ledger.of("funds.payment", "payments", "合同付款", "Payments of contracts")
                .ofInstitutionOf("contract")
                .records("payment", "contractName", "paymentNo")
                .columns(
                        via("contract", "contractNo", "contractNo", "合同编号", "Contract no.")
                                .needed(),
                        via("contract", "name", "contractName", "合同名称", "Contract"),
                        via("contract", "institutionName", "institutionName", "单位名称", "Institution"),
                        integer("paymentNo", "付款序号", "Payment", L2).needed().within(1, 10_000),
                        decimal("amount", "金额", "Amount", "元", 2, L2).needed().within(0, 1_000_000_000),
                        date("deliveredOn", "交付日期", "Delivered", L2),
                        date("acceptedOn", "验收日期", "Accepted", L2),
                        text("acceptanceNo", "验收书编号", "Acceptance no.", L2).upTo(80),
                        date("paidOn", "付款日期", "Paid", L2).sorted())
                .keyedBy("contractNo", "paymentNo")
                .refers("contract", "funds.contract", true, "contractNo");
    }
}
