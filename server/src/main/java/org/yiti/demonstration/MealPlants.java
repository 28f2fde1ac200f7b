package org.yiti.demonstration;

import java.util.Comparator;
import org.yiti.demonstration.Hospitality.Expense;
import org.yiti.demonstration.Hospitality.Meal;

/** Meals with too many at the table or what may not stand on it, suites, and bills without their papers. */
final class MealPlants {
    private final Plants plants;
    private final Hospitality hospitality;

    MealPlants(Plants plants) {
        this.plants = plants;
        this.hospitality = plants.city.upkeep.hospitality;
    }

    void sow() {
        plants.attempt(this::secondMeal);
        plants.attempt(this::companions);
        meal("RC-05", "工作餐上了普通酒水", "alcohol", "ORDINARY");
        meal("RC-05b", "工作餐提供香烟", "cigarettes", true);
        meal("RC-06", "在私人会所用餐", "venueKind", "PRIVATE_CLUB");
        plants.attempt(this::unpaidMeal);
        plants.attempt(this::dearMeal);
        plants.attempt(() -> lodging("RC-07", "为厅局级安排套间", "roomType", "SUITE"));
        plants.attempt(() -> lodging("RC-07b", "住宿不在定点饭店", "appointed", false));
        plants.attempt(() -> expense("RC-11", "报销没有附公函", "letter", false));
        plants.attempt(() -> expense("RC-11b", "以现金支付", "payment", "CASH"));
        plants.attempt(this::overBudget);
    }

    private Meal pickMeal(String name, String kind) {
        return plants.pick(
                name, hospitality.meals.where(m -> m.kind().equals(kind)), m -> "reception " + m.receptionNo());
    }

    private void meal(String rule, String done, String column, Object value) {
        plants.attempt(() -> {
            Meal picked = hospitality.meals.change(pickMeal(rule, "WORKING_MEAL"), column, value);
            plants.breach(rule, picked.receptionNo(), "1", done);
        });
    }

    private void secondMeal() {
        Meal meal = pickMeal("RC-03", "WORKING_MEAL");
        hospitality.meals.add(Rows.with(meal, "mealNo", 9));
        plants.breach("RC-03", meal.receptionNo(), null, "安排了两次工作餐", 2, 1);
    }

    private void companions() {
        Meal crowded = pickMeal("RC-04", "WORKING_MEAL");
        hospitality.meals.change(crowded, "companions", 4);
        plants.breach("RC-04", crowded.receptionNo(), "1", "10 人以内陪餐 4 人", 4, 3);
        Meal three = pickMeal("RC-04 three", "WORKING_MEAL");
        hospitality.meals.change(three, "companions", 3);
        plants.nearMiss("RC-04", three.receptionNo(), "10 人以内陪餐 3 人");
    }

    private void unpaidMeal() {
        Meal unpaid = hospitality.meals.change(pickMeal("RC-08", "GUEST_PAID"), "guestFee", null);
        plants.breach("RC-08", unpaid.receptionNo(), "2", "协助用餐没有收取伙食费");
    }

    private void dearMeal() {
        Meal dear = pickMeal("RC-15", "WORKING_MEAL");
        hospitality.meals.change(dear, "amount", (dear.guests() + dear.companions()) * 160.0);
        plants.breach("RC-15", dear.receptionNo(), "1", "工作餐人均 160 元", 160, 130);
    }

    private void lodging(String rule, String done, String column, Object value) {
        Hospitality.Lodging picked =
                plants.pick(rule, hospitality.lodgings.all().stream(), l -> "reception " + l.receptionNo());
        hospitality.lodgings.change(picked, column, value, "tier", "BUREAU");
        plants.breach(rule, picked.receptionNo(), "1", done);
    }

    private Expense pickExpense(String name) {
        return plants.pick(name, hospitality.expenses.all().stream(), e -> "reception " + e.receptionNo());
    }

    private void expense(String rule, String done, String column, Object value) {
        Expense picked = hospitality.expenses.change(pickExpense(rule), column, value);
        plants.breach(rule, picked.receptionNo(), picked.voucherNo(), done);
    }

    private void overBudget() {
        Expense picked = pickExpense("RC-12");
        int year = picked.paidOn().getYear();
        double others = hospitality
                .expenses
                .where(e -> e.institutionCode().equals(picked.institutionCode()) && e != picked)
                .filter(e -> e.paidOn().getYear() == year)
                .sorted(Comparator.comparing(Expense::voucherNo))
                .mapToDouble(Expense::amount)
                .sum();
        hospitality.expenses.change(picked, "amount", Purses.RECEPTIONS - others + 1200);
        plants.breach(
                "RC-12",
                picked.institutionCode(),
                String.valueOf(year),
                "接待费超过年度预算 1200 元",
                Purses.RECEPTIONS + 1200,
                Purses.RECEPTIONS);
    }
}
