package org.yiti.demonstration;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.stream.Stream;
import org.yiti.demonstration.Energy.Audit;
import org.yiti.demonstration.Energy.EnergyUser;
import org.yiti.demonstration.Energy.Purchase;
import org.yiti.demonstration.Energy.Rectification;
import org.yiti.demonstration.Energy.SavingReview;
import org.yiti.demonstration.Energy.WaterPlan;
import org.yiti.demonstration.Organization.Institution;

/** Duties of saving energy that were not done: nobody in charge, audits forgotten, plans exceeded, nothing published. */
final class EnergyDutyPlants {
    private final Plants plants;
    private final City city;
    private final Energy energy;
    private final LocalDate asOf;
    private final int last;

    EnergyDutyPlants(Plants plants, Energy energy) {
        this.plants = plants;
        this.city = plants.city;
        this.energy = energy;
        this.asOf = plants.city.asOf;
        this.last = asOf.getYear() - 1;
    }

    void sow() {
        plants.attempt(this::manager);
        plants.attempt(this::audits);
        plants.attempt(this::purchases);
        plants.attempt(this::orders);
        plants.attempt(this::items);
        plants.attempt(this::water);
        plants.attempt(this::publicity);
        plants.attempt(this::analysis);
        plants.attempt(this::reviews);
    }

    private Institution user(String name) {
        return plants.pick(name, users(), i -> "energy " + i.code());
    }

    private Stream<Institution> users() {
        return city.organization.institutions.where(i -> energy.reviews
                .where(r -> r.institutionCode().equals(i.code()))
                .findAny()
                .isPresent());
    }

    private void manager() {
        Institution nobody = user("EN-06");
        EnergyUser row = energy.users.get(nobody.code() + " " + asOf.getYear());
        energy.users.change(row, "manager", null);
        plants.breach("EN-06", nobody.code(), String.valueOf(asOf.getYear()), "没有填写能源管理负责人");
    }

    private Audit audit(String name) {
        return plants.pick(name, energy.audits.all().stream(), a -> "audit " + a.institutionCode());
    }

    private void audits() {
        Audit slow = audit("EN-07");
        energy.audits.change(slow, "actBy", asOf.minusDays(25), "actedOn", null);
        plants.breach("EN-07", slow.institutionCode(), null, "审计整改逾期 25 天", 25, 0);
        Audit late = audit("EN-07b");
        energy.audits.change(late, "nextBy", asOf.minusDays(40));
        plants.breach("EN-07b", late.institutionCode(), null, "能源审计逾期 40 天", 40, 0);
        Audit today = audit("EN-07b today");
        energy.audits.change(today, "nextBy", asOf);
        plants.nearMiss("EN-07b", today.institutionCode(), "今天到期");
    }

    private Purchase purchase(String name) {
        return plants.pick(name, energy.purchases.all().stream(), p -> "purchase " + p.institutionCode());
    }

    private void purchases() {
        Purchase bare = purchase("EN-08");
        energy.purchases.change(bare, "certificateNo", null);
        plants.counted("EN-08", bare.institutionCode(), bare.contractNo(), "没有节能产品证书", bare.amount());
        Purchase old = purchase("EN-08b");
        energy.purchases.change(old, "duty", "NONE", "certificateNo", null, "eliminated", true);
        plants.counted("EN-08b", old.institutionCode(), old.contractNo(), "采购淘汰产品", old.amount());
        Purchase preferred = purchase("EN-08 preferred");
        energy.purchases.change(preferred, "duty", "PREFERRED", "certificateNo", null);
        plants.nearMiss("EN-08", preferred.institutionCode(), "优先采购品目，不强制证书");
    }

    private void orders() {
        Rectification slow =
                plants.pick("EN-14", energy.rectifications.all().stream(), r -> "order " + r.institutionCode());
        energy.rectifications.change(slow, "dueOn", asOf.minusDays(12), "doneOn", null);
        plants.breach("EN-14", slow.institutionCode(), slow.noticeNo(), "整改意见书逾期 12 天", 12, 0);
    }

    private boolean due() {
        return asOf.isAfter(LocalDate.of(asOf.getYear(), 3, 31));
    }

    private void items() {
        int year = due() ? last : last - 1;
        Energy.EnergyFiling report = plants.pick(
                "EN-16",
                energy.filings.where(f -> f.kind().equals("ITEM_ELECTRICITY_REPORT") && f.year() == year),
                f -> "items " + f.institutionCode());
        energy.filings.remove(report);
        plants.breach("EN-16", report.institutionCode(), String.valueOf(year), "没有报送分项用电量");
    }

    private double used(String institution, int year, int quarter) {
        YearMonth from = YearMonth.of(year, quarter * 3 - 2);
        return energy.consumptions
                .where(c -> c.institutionCode().equals(institution)
                        && c.energyKind().equals("WATER")
                        && !c.month().isBefore(from)
                        && c.month().isBefore(from.plusMonths(3)))
                .mapToDouble(Energy.Consumption::amount)
                .sum();
    }

    private void plan(String institution, int quarter, double share) {
        WaterPlan plan = energy.waterPlans.get(institution + " " + last + "Q" + quarter);
        energy.waterPlans.change(plan, "amount", Rows.rounded(used(institution, last, quarter) / share, 2));
    }

    private void water() {
        Institution quarter = user("EN-17");
        plan(quarter.code(), 3, 1.25);
        plants.breach("EN-17", quarter.code(), last + "Q3", "季度用水超计划 25%");
        Institution year = user("EN-17b");
        for (int q = 1; q <= 4; q++) {
            plan(year.code(), q, 1.36);
            plants.consequence("EN-17", year.code(), last + "Q" + q, "随全年超计划");
        }
        plants.breach("EN-17b", year.code(), String.valueOf(last), "全年用水超计划 36%，没有做水平衡测试");
    }

    private void publicity() {
        Institution silent = user("EN-18");
        String quarter = silent.code() + " " + last + "Q2";
        energy.publicities.remove(energy.publicities.get(quarter));
        plants.breach("EN-18", silent.code(), last + "Q2", "没有公示季度用能");
    }

    private void analysis() {
        if (due()) {
            Institution silent = user("EN-18b");
            energy.filings.remove(energy.filings.get(silent.code() + " " + last + " ANALYSIS_REPORT"));
            plants.breach("EN-18b", silent.code(), String.valueOf(last), "没有年度分析报告");
        }
    }

    private void reviews() {
        review("EN-19 score", "score", 74.5);
        review("EN-19 targets", "targetsMet", false);
        Institution enough = user("EN-19 enough");
        energy.reviews.change(energy.reviews.get(enough.code() + " " + last), "score", 80.0);
        plants.nearMiss("EN-19", enough.code(), "恰好 80 分");
    }

    private void review(String name, String column, Object value) {
        Institution institution = user(name);
        SavingReview review = energy.reviews.get(institution.code() + " " + last);
        energy.reviews.change(review, column, value);
        plants.breach("EN-19", institution.code(), String.valueOf(last), "节约型机关评价不合格");
    }
}
