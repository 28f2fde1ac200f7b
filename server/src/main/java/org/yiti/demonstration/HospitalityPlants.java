package org.yiti.demonstration;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.yiti.demonstration.Hospitality.Expense;
import org.yiti.demonstration.Hospitality.Guest;
import org.yiti.demonstration.Hospitality.Meal;
import org.yiti.demonstration.Hospitality.Reception;

/** Guests without a letter, meals with too many at the table, bills without their papers. */
final class HospitalityPlants {
    private final Plants plants;
    private final Hospitality hospitality;

    HospitalityPlants(Plants plants) {
        this.plants = plants;
        this.hospitality = plants.city.upkeep.hospitality;
    }

    void sow() {
        reception("RC-01", "没有派出单位公函", "letterNo", null);
        plants.attempt(this::cancelled);
        plants.attempt(this::letterTwice);
        plants.attempt(this::approvals);
        reception("RC-09", "在机场迎送", "greeting", "AIRPORT");
        plants.attempt(this::lists);
        reception("RC-10b", "接待清单没有活动场所", "places", null);
        plants.attempt(this::moreThanAnnounced);
        plants.attempt(this::sameCity);
        plants.attempt(this::cluster);
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

    private Reception pick(String name, Predicate<Reception> wanted) {
        return plants.pick(name, hospitality.receptions.where(wanted), r -> "reception " + r.receptionNo());
    }

    private Reception change(Reception reception, @Nullable Object... namesAndValues) {
        return hospitality.receptions.change(reception, namesAndValues);
    }

    private void reception(String rule, String done, String column, @Nullable Object value) {
        plants.attempt(() -> {
            Reception picked = change(pick(rule, r -> true), column, value);
            plants.breach(rule, picked.receptionNo(), null, done);
        });
    }

    private void cancelled() {
        Reception picked = change(pick("RC-01 cancelled", r -> true), "letterNo", null, "status", "CANCELLED");
        plants.nearMiss("RC-01", picked.receptionNo(), "没有公函，接待已取消");
    }

    private void letterTwice() {
        Reception later = pick("RC-01b", r -> r.receptionNo().endsWith("-01") && third(r) != null);
        Reception earlier = third(later);
        if (earlier != null) {
            plants.take("reception " + earlier.receptionNo());
            change(later, "letterNo", earlier.letterNo());
            plants.breach("RC-01b", later.receptionNo(), null, "公函此前已用于另一次接待");
        }
    }

    private @Nullable Reception third(Reception first) {
        return hospitality
                .receptions
                .where(r -> r.receptionNo().equals(first.receptionNo().replaceAll("01$", "03")))
                .filter(r -> !plants.taken("reception " + r.receptionNo()))
                .findFirst()
                .orElse(null);
    }

    private void approvals() {
        Reception late = pick("RC-02", r -> true);
        change(late, "approvedOn", late.startsOn().plusDays(1));
        plants.breach("RC-02", late.receptionNo(), null, "开始次日才补批");
        Reception sameDay = pick("RC-02 same day", r -> true);
        change(sameDay, "approvedOn", sameDay.startsOn());
        plants.nearMiss("RC-02", sameDay.receptionNo(), "接待当日审批");
    }

    private void lists() {
        Reception late = pick("RC-10", r -> true);
        change(late, "listSignedOn", late.endsOn().plusDays(6));
        plants.breach("RC-10", late.receptionNo(), null, "接待结束后第 6 天才审签清单");
        Reception fifth = pick("RC-10 fifth day", r -> true);
        change(fifth, "listSignedOn", fifth.endsOn().plusDays(5));
        plants.nearMiss("RC-10", fifth.receptionNo(), "第 5 天审签清单");
    }

    private void moreThanAnnounced() {
        Reception more = pick("RC-13", r -> true);
        change(more, "guests", more.guests() + 1);
        plants.breach("RC-13", more.receptionNo(), null, "比公函多来 1 人");
        Reception fewer = pick("RC-13 fewer", r -> true);
        change(fewer, "letterPersons", fewer.guests() + 1);
        plants.nearMiss("RC-13", fewer.receptionNo(), "比公函少来 1 人");
    }

    private void sameCity() {
        Reception picked = pick("RC-14", r -> true);
        change(picked, "guestDivision", picked.institutionCode().substring(0, 4) + "99");
        plants.breach("RC-14", picked.receptionNo(), null, "同城单位来访并安排工作餐");
    }

    /** Two more of the same visitor in the days before. */
    private void cluster() {
        Reception last = pick("RC-16", r -> r.endsOn().equals(r.startsOn()));
        for (int before : List.of(2, 4)) {
            LocalDate day = last.startsOn().minusDays(before);
            Reception again = hospitality.receptions.add(Rows.with(
                    last, "receptionNo", last.receptionNo() + before, "letterNo", last.letterNo() + before, "startsOn", day, "endsOn", day));
            change(again, "letterFrom", day, "letterTo", day, "approvedOn", day, "listSignedOn", day);
            plants.take("reception " + again.receptionNo());
            List<Guest> guests = hospitality
                    .guests
                    .where(g -> g.receptionNo().equals(last.receptionNo()))
                    .toList();
            guests.forEach(g -> hospitality.guests.add(Rows.with(g, "receptionNo", again.receptionNo())));
        }
        plants.counted("RC-16", last.receptionNo(), null, "5 天内第三次接待同一单位", 3);
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
        Hospitality.Lodging picked = plants.pick(
                rule, hospitality.lodgings.all().stream(), l -> "reception " + l.receptionNo());
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
