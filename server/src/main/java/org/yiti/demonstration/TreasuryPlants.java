package org.yiti.demonstration;

import java.time.YearMonth;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.yiti.demonstration.Treasury.Budget;
import org.yiti.demonstration.Treasury.Publication;
import org.yiti.demonstration.Treasury.Spending;

/** Money spent beyond its budget or out of another, and budgets nobody published. */
final class TreasuryPlants {
    private static final String ITEM = "VEHICLE_RUNNING";

    private final Plants plants;
    private final Treasury treasury;
    private final YearMonth last;

    TreasuryPlants(Plants plants) {
        this.plants = plants;
        this.treasury = plants.city.upkeep.treasury;
        this.last = YearMonth.from(plants.city.asOf).minusMonths(1);
    }

    void sow() {
        plants.attempt(this::overspent);
        plants.attempt(this::aheadOfTheYear);
        plants.attempt(this::otherMoney);
        // Twenty days after its approval it has to be out.
        publication(
                "FD-03", "部门预算没有公开", p -> p.approvedOn().plusDays(20).isBefore(plants.city.asOf), "publishedOn", null);
        publication("FD-03b", "没有说明机关运行经费", p -> true, "explained", false);
    }

    private Budget budget(String name) {
        return plants.pick(
                name,
                treasury.budgets.where(b -> b.item().equals(ITEM) && b.year() == last.getYear()),
                b -> "budget " + b.institutionCode());
    }

    private double spent(Budget budget) {
        return Rows.rounded(
                treasury.spendings
                        .where(s -> s.institutionCode().equals(budget.institutionCode())
                                && s.item().equals(ITEM)
                                && s.month().getYear() == budget.year())
                        .mapToDouble(Spending::amount)
                        .sum(),
                2);
    }

    private void overspent() {
        Budget small = budget("FD-01");
        double spent = spent(small);
        double less = Rows.rounded(spent - 500, 2);
        treasury.budgets.change(small, "amount", less);
        plants.breach("FD-01", small.institutionCode(), last.getYear() + " " + ITEM, "公务用车运行费超过预算 500 元", spent, less);
        Budget exact = budget("FD-01 exact");
        treasury.budgets.change(exact, "amount", Math.max(1, spent(exact)));
        plants.nearMiss("FD-01", exact.institutionCode(), "恰好用完预算");
        if (last.getMonthValue() < 11) {
            plants.consequence("FD-01b", exact.institutionCode(), last.getYear() + " " + ITEM, "全年预算已经用完");
        }
    }

    private void aheadOfTheYear() {
        if (last.getMonthValue() > 9) {
            return;
        }
        Budget tight = budget("FD-01b");
        treasury.budgets.change(tight, "amount", Rows.rounded(spent(tight) / (last.getMonthValue() / 12.0 + 0.2), 2));
        plants.breach("FD-01b", tight.institutionCode(), last.getYear() + " " + ITEM, "支出比时间进度快两成");
    }

    private void otherMoney() {
        Spending picked = plants.pick(
                "FD-02",
                treasury.spendings.where(s -> s.item().equals(ITEM) && s.month().equals(last)),
                s -> "budget " + s.institutionCode());
        treasury.spendings.change(picked, "source", "OTHER_BUDGET");
        plants.breach("FD-02", picked.institutionCode(), last.toString(), "公务用车运行费出自其他预算资金");
    }

    private void publication(
            String rule, String done, Predicate<Publication> clear, String column, @Nullable Object value) {
        plants.attempt(() -> {
            Publication picked = plants.pick(
                    rule, treasury.publications.all().stream(), p -> "publication " + p.institutionCode(), clear);
            treasury.publications.change(picked, column, value);
            plants.breach(rule, picked.institutionCode(), picked.year() + " BUDGET", done);
        });
    }
}
