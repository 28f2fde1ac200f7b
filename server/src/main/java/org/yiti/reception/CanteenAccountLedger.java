package org.yiti.reception;

import static org.yiti.kernel.ledger.Column.code;
import static org.yiti.kernel.ledger.Column.decimal;
import static org.yiti.kernel.ledger.Column.month;
import static org.yiti.kernel.ledger.Column.via;
import static org.yiti.kernel.ledger.Grade.L2;

import org.yiti.kernel.ledger.Ledger;

/** What a canteen spent in a month on whose meals, and in which account that stands. */
final class CanteenAccountLedger {

    private CanteenAccountLedger() {}

    static Ledger canteenAccounts() {
        return Ledger.of("reception.canteen_account", "canteen-accounts", "食堂收支账", "Accounts of canteens")
                .ofInstitutionOf("canteen")
                .records("canteen-account", "canteenName", "month")
                .columns(
                        via("canteen", "code", "canteenCode", "食堂编码", "Canteen code")
                                .needed(),
                        via("canteen", "name", "canteenName", "食堂", "Canteen"),
                        via("canteen", "institutionName", "institutionName", "单位名称", "Institution"),
                        month("month", "月份", "Month", L2).needed().sorted(),
                        code("account", "canteen-account", "账册", "Account", L2).needed(),
                        code("purpose", "canteen-purpose", "用途", "For", L2).needed(),
                        decimal("amount", "金额", "Amount", "元", 2, L2).needed().within(0, 1_000_000_000))
                .keyedBy("canteenCode", "month", "account", "purpose")
                .refers("canteen", "reception.canteen", true, "canteenCode");
    }
}
