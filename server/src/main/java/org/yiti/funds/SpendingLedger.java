package org.yiti.funds;

import static org.yiti.kernel.ledger.Column.code;
import static org.yiti.kernel.ledger.Column.decimal;
import static org.yiti.kernel.ledger.Column.month;
import static org.yiti.kernel.ledger.Grade.L2;

import org.yiti.kernel.ledger.InstitutionColumns;
import org.yiti.kernel.ledger.Ledger;

/** What was spent in a month, item by item, and out of which money. */
final class SpendingLedger {

    private SpendingLedger() {}

    static Ledger spendings() {
        return Ledger.of("funds.spending", "spendings", "三公及会议培训支出", "Official spending")
                .ofInstitution()
                .records("spending", "institutionName", "month")
                .columns(
                        InstitutionColumns.code(),
                        InstitutionColumns.name(),
                        month("month", "月份", "Month", L2).needed().sorted(),
                        code("item", "spending-item", "经费项目", "Item", L2)
                                .needed()
                                .alias("项目", "支出项目", "费用项目"),
                        code("source", "spending-source", "资金来源", "Out of", L2),
                        decimal("amount", "支出", "Spent", "元", 2, L2)
                                .needed()
                                .within(0, 1_000_000_000)
                                .alias("金额", "支出金额"))
                .keyedBy("institutionCode", "month", "item", "source");
    }
}
