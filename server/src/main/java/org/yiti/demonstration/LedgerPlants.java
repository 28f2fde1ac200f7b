package org.yiti.demonstration;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.yiti.demonstration.Energy.Consumption;
import org.yiti.demonstration.Energy.EnergyFiling;
import org.yiti.demonstration.Energy.EnergyUser;
import org.yiti.demonstration.Organization.Institution;

/** Energy books with gaps and odd numbers, plans that were not filed, and users larger than they knew. */
final class LedgerPlants {
    private static final double CHANGE = 0.30;

    private final Plants plants;
    private final City city;
    private final Energy energy;
    private final YearMonth quarter;

    LedgerPlants(Plants plants, Energy energy) {
        this.plants = plants;
        this.city = plants.city;
        this.energy = energy;
        YearMonth month = YearMonth.from(city.asOf);
        quarter = month.minusMonths((month.getMonthValue() - 1) % 3 + 3L);
    }

    void sow() {
        plants.attempt(this::plans);
        plants.attempt(this::statistician);
        plants.attempt(this::gap);
        plants.attempt(this::price);
        plants.attempt(() -> large("EN-15", 10_800, true));
        plants.attempt(() -> large("EN-15b", 6_200, false));
        plants.attempt(this::quarters);
    }

    private Institution user(String name) {
        return plants.pick(
                name,
                city.organization.institutions.where(i -> !i.level().equals("PROVINCE")
                        && i.dissolvedOn() == null
                        && !i.kind().equals("ASSOCIATION")
                        && booked(i.code(), "WATER").findAny().isPresent()),
                i -> "energy " + i.code());
    }

    private Stream<Consumption> booked(String institution, String kind) {
        return energy.consumptions.where(
                c -> c.institutionCode().equals(institution) && c.energyKind().equals(kind));
    }

    private void plans() {
        int year = city.asOf.isAfter(LocalDate.of(city.asOf.getYear(), 3, 31))
                ? city.asOf.getYear()
                : city.asOf.getYear() - 1;
        Institution silent = user("EN-01");
        energy.filings.remove(energy.filings.get(silent.code() + " " + year + " ANNUAL_PLAN"));
        plants.breach("EN-01", silent.code(), String.valueOf(year), "没有报备年度节能目标和实施方案");
        Institution lastDay = user("EN-01 last day");
        EnergyFiling plan = energy.filings.get(lastDay.code() + " " + year + " ANNUAL_PLAN");
        energy.filings.change(plan, "filedOn", LocalDate.of(year, 3, 31));
        plants.nearMiss("EN-01", lastDay.code(), "在截止日当天报备");
    }

    private void statistician() {
        Institution nobody = user("EN-03");
        EnergyUser row = energy.users.get(nobody.code() + " " + city.asOf.getYear());
        energy.users.change(row, "statistician", null);
        plants.breach("EN-03", nobody.code(), String.valueOf(city.asOf.getYear()), "没有填写能源统计人员");
    }

    private void gap() {
        Institution careless = user("EN-03b");
        YearMonth month = YearMonth.from(city.asOf).minusMonths(4);
        booked(careless.code(), "ELECTRICITY")
                .filter(c -> c.month().equals(month))
                .toList()
                .forEach(energy.consumptions::remove);
        plants.counted("EN-03b", careless.code(), month.getYear() + " ELECTRICITY", "用电台账缺一个月", 1);
    }

    private void price() {
        Institution careless = user("EN-03d");
        Consumption row = booked(careless.code(), "WATER")
                .filter(c -> c.month().equals(YearMonth.from(city.asOf).minusMonths(3)))
                .findFirst()
                .orElseThrow();
        energy.consumptions.change(row, "cost", Rows.rounded(row.cost() * 1.9, 2));
        plants.breach("EN-03d", careless.code(), row.month() + " WATER", "水费登记成 1.9 倍");
    }

    /** A data centre hangs on the institution and was booked as other energy. */
    private void large(String rule, double tce, boolean report) {
        boolean due = city.asOf.isAfter(LocalDate.of(city.asOf.getYear(), 3, 31));
        int year = city.asOf.getYear() - (due || !report ? 1 : 2);
        Institution user = user(rule);
        energy.quotas
                .where(q -> q.institutionCode().equals(user.code()))
                .toList()
                .forEach(energy.quotas::remove);
        energy.consumptions.add(new Consumption(
                user.code(), null, "OTHER", YearMonth.of(year, 12), tce, null, Rows.rounded(tce * 1900, 2)));
        plants.breach(rule, user.code(), String.valueOf(year), "所属数据中心用能 %d tce".formatted((int) tce));
    }

    /** A quarter of water two fifths above the year before; what night loads did to others follows. */
    private void quarters() {
        Institution leaking = user("EN-03c");
        for (Consumption row : booked(leaking.code(), "WATER").toList()) {
            if (within(row.month(), quarter)) {
                Consumption before = energy.consumptions.get(row.institutionCode() + " " + row.buildingCode()
                        + " WATER " + row.month().minusYears(1));
                double more = Rows.rounded(before.amount() * 1.4, 3);
                energy.consumptions.change(
                        row, "amount", more, "cost", Rows.rounded(row.cost() * more / row.amount(), 2));
            }
        }
        Energy.WaterPlan plan = energy.waterPlans.get(leaking.code() + " " + name(quarter));
        energy.waterPlans.change(plan, "amount", Rows.rounded(plan.amount() * 1.6, 2));
        plants.breach("EN-03c", leaking.code(), name(quarter) + " WATER", "用水比上年同期多四成");
        for (Institution institution : city.organization.institutions.all()) {
            if (!institution.code().equals(leaking.code())) {
                for (String kind : List.of("ELECTRICITY", "WATER", "NATURAL_GAS")) {
                    follow(institution.code(), kind);
                }
            }
        }
    }

    private void follow(String institution, String kind) {
        Map<YearMonth, Double> months = new HashMap<>();
        booked(institution, kind).forEach(c -> months.merge(c.month(), c.amount(), Double::sum));
        for (int back = 0; back < 8; back++) {
            YearMonth starts = quarter.minusMonths(3L * back);
            double now = sum(months, starts);
            double before = sum(months, starts.minusYears(1));
            if (now >= 0 && before > 0 && Math.abs(now - before) > before * CHANGE) {
                plants.consequence("EN-03c", institution, name(starts) + " " + kind, "夜间设备未关，用量同比大增");
            }
        }
    }

    /** Of a quarter with all its months; below nought where one is missing. */
    private static double sum(Map<YearMonth, Double> months, YearMonth starts) {
        double sum = 0;
        for (int m = 0; m < 3; m++) {
            Double amount = months.get(starts.plusMonths(m));
            if (amount == null) {
                return -1;
            }
            sum += amount;
        }
        return sum;
    }

    private static boolean within(YearMonth month, YearMonth starts) {
        return !month.isBefore(starts) && month.isBefore(starts.plusMonths(3));
    }

    private static String name(YearMonth starts) {
        return starts.getYear() + "Q" + (starts.getMonthValue() + 2) / 3;
    }
}
