package org.yiti.demonstration;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;
import org.yiti.demonstration.Energy.EnergyFiling;
import org.yiti.demonstration.Energy.EnergyQuota;
import org.yiti.demonstration.Organization.Institution;

/** Institutions over their quota, over their benchmark, or silent about what they used. */
final class EnergyPlants {
    private final Plants plants;
    private final City city;
    private final Energy energy;
    private final EnergyLedgers ledgers;
    private final int year;

    EnergyPlants(Plants plants, Energy energy, EnergyLedgers ledgers) {
        this.plants = plants;
        this.city = plants.city;
        this.energy = energy;
        this.ledgers = ledgers;
        this.year = city.asOf.getYear() - 1;
    }

    void sow() {
        plants.attempt(() -> over("ELECTRICITY_PER_AREA", 1.08, true));
        plants.attempt(() -> over("ENERGY_PER_AREA", 1.36, true));
        plants.attempt(() -> over("WATER_PER_PERSON", 1.03, true));
        plants.attempt(() -> over("ENERGY_PER_PERSON", 1.22, false));
        plants.attempt(() -> above("ELECTRICITY_PER_AREA", 1.05));
        plants.attempt(() -> above("WATER_PER_PERSON", 1.2));
        plants.attempt(this::reports);
    }

    /** An institution that used anything last year: where one without premises or people is drawn, another is. */
    private Institution user(String name) {
        Institution drawn = user(name, institution -> true);
        return isUser(drawn) ? drawn : user(name, this::isUser);
    }

    private Institution user(String name, Predicate<Institution> fit) {
        return plants.pick(
                name,
                city.organization.institutions.where(i -> !i.level().equals("PROVINCE") && fit.test(i)),
                i -> "energy " + i.code());
    }

    private boolean isUser(Institution institution) {
        return energy.users
                .where(user -> user.institutionCode().equals(institution.code()) && user.year() == year)
                .findAny()
                .isPresent();
    }

    /** The constraint drawn so that last year's use is so many times it. */
    private void over(String indicator, double times, boolean found) {
        Institution institution = user("EN-05 " + indicator);
        double actual = ledgers.indicators(institution.code(), year).getOrDefault(indicator, 0.0);
        double limit = Rows.rounded(actual / times, 2);
        quota(institution, indicator, limit, Rows.rounded(limit * 0.9, 2));
        if (found) {
            plants.breach(
                    "EN-05",
                    institution.code(),
                    year + " " + indicator,
                    "上年用量为约束值的 %s 倍,没有说明".formatted(times),
                    Rows.rounded(actual, 2),
                    limit);
        } else {
            energy.filings.add(new EnergyFiling(
                    institution.code(),
                    year,
                    "OVER_QUOTA_EXPLANATION",
                    city.asOf.minusDays(40),
                    "超定额说〔%d〕1号".formatted(city.asOf.getYear()),
                    "新增信访接待大厅"));
            plants.nearMiss("EN-05", institution.code(), "超过约束值,已报说明");
        }
    }

    private void above(String indicator, double times) {
        Institution institution = user("EN-05b " + indicator);
        double actual = ledgers.indicators(institution.code(), year).getOrDefault(indicator, 0.0);
        double benchmark = Rows.rounded(actual / times, 2);
        quota(institution, indicator, Rows.rounded(actual * 1.1, 2), benchmark);
        plants.breach(
                "EN-05b",
                institution.code(),
                year + " " + indicator,
                "高于基准值,未超约束值",
                Rows.rounded(actual, 2),
                benchmark);
    }

    private void quota(Institution institution, String indicator, double constraint, double benchmark) {
        EnergyQuota quota = energy.quotas.get(institution.code() + " " + year + " " + indicator);
        energy.quotas.change(
                quota,
                "constraintValue",
                constraint,
                "benchmarkValue",
                benchmark,
                "guideValue",
                Rows.rounded(benchmark * 0.85, 2));
    }

    private void reports() {
        if (!city.asOf.isAfter(LocalDate.of(city.asOf.getYear(), 3, 31))) {
            return;
        }
        for (String name : List.of("EN-04 first", "EN-04 second")) {
            Institution silent = user(name);
            energy.filings.remove(energy.filings.get(silent.code() + " " + year + " ANNUAL_REPORT"));
            plants.breach("EN-04", silent.code(), String.valueOf(year), "没有报送上一年度能源消费状况报告");
        }
        Institution lastDay = user("EN-04 last day");
        energy.filings.change(
                energy.filings.get(lastDay.code() + " " + year + " ANNUAL_REPORT"),
                "filedOn",
                LocalDate.of(city.asOf.getYear(), 3, 31));
        plants.nearMiss("EN-04", lastDay.code(), "在截止日当天报送");
        plants.nearMiss("EN-04b", lastDay.code(), "在截止日当天报送");
        late("EN-04b a day", 1);
        late("EN-04b six weeks", 43);
    }

    private void late(String name, int days) {
        LocalDate filed = LocalDate.of(city.asOf.getYear(), 3, 31).plusDays(days);
        if (filed.isAfter(city.asOf)) {
            return;
        }
        Institution institution = user(name);
        energy.filings.change(energy.filings.get(institution.code() + " " + year + " ANNUAL_REPORT"), "filedOn", filed);
        plants.breach("EN-04b", institution.code(), String.valueOf(year), "截止日后 %d 天才报送".formatted(days), days, 0);
    }
}
