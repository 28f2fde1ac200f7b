package org.yiti.funds;

import static org.yiti.kernel.ledger.Column.code;
import static org.yiti.kernel.ledger.Column.date;
import static org.yiti.kernel.ledger.Column.decimal;
import static org.yiti.kernel.ledger.Column.integer;
import static org.yiti.kernel.ledger.Column.text;
import static org.yiti.kernel.ledger.Grade.L2;

import org.yiti.kernel.ledger.InstitutionColumns;
import org.yiti.kernel.ledger.Ledger;

/** How much a year may cost, item by item. */
final class BudgetLedger {

    private BudgetLedger() {}

    static Ledger budgets() {
        return Ledger.of("funds.budget", "budgets", "三公及会议培训预算", "Budgets of official spending")
                .ofInstitution()
                .records("budget", "institutionName", "year")
                .columns(
                        InstitutionColumns.code(),
                        InstitutionColumns.name(),
                        integer("year", "年度", "Year", L2)
                                .needed()
                                .within(1_990, 2_100)
                                .sorted(),
                        code("item", "spending-item", "经费项目", "Item", L2)
                                .needed()
                                .alias("项目", "预算科目"),
                        decimal("amount", "预算", "Budget", "元", 2, L2)
                                .needed()
                                .within(0, 1_000_000_000)
                                .alias("预算数", "预算金额", "年初预算"),
                        date("approvedOn", "批复日期", "Approved", L2),
                        text("documentNo", "批复文号", "Document no.", L2).upTo(80).tucked())
                .keyedBy("institutionCode", "year", "item");
    }
}
