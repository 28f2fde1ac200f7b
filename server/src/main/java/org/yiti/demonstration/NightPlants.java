package org.yiti.demonstration;

import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Lights, chillers or machines left on at night for a month or three. */
final class NightPlants {
    private static final String RULE = "EN-12";

    /** Judged by what it was before: a month and a half of readings must have been there. */
    private static final String ABOVE_USUAL = "EN-12b";

    private static final int DAYS_LEARNED = 40;

    private static final Set<Month> BUSY =
            EnumSet.of(Month.DECEMBER, Month.JANUARY, Month.JUNE, Month.JULY, Month.AUGUST);

    /** @param first of the months it lasts */
    private record Night(String name, YearMonth month, boolean first, boolean found) {}

    private final Plants plants;
    private final Map<String, Night> planted = new LinkedHashMap<>();

    NightPlants(Plants plants) {
        this.plants = plants;
    }

    void sow() {
        YearMonth last = YearMonth.from(plants.city.asOf).minusMonths(1);
        plants.attempt(() -> leaveOn("-A", last.minusMonths(2), 1, 7.5, true));
        plants.attempt(() -> leaveOn("-C", last.minusMonths(4), 3, 12, true));
        plants.attempt(() -> leaveOn("-X1", last, 1, 9, true));
        plants.attempt(() -> leaveOn("-X3", busy(last.minusMonths(1)), 1, 0.8, false));
    }

    /** The last month in which buildings are cooled or heated all day: what is little then is much in a mild one. */
    private static YearMonth busy(YearMonth last) {
        YearMonth month = last;
        while (!BUSY.contains(month.getMonth())) {
            month = month.minusMonths(1);
        }
        return month;
    }

    private void leaveOn(String kind, YearMonth from, int months, double watts, boolean found) {
        Premises.Building building = plants.pick(
                RULE + kind,
                plants.city.premises.buildings.where(b -> b.code().contains(kind)),
                b -> "night " + b.code());
        LocalDate last = from.plusMonths(months).atDay(1).minusDays(1);
        plants.city.leaveOn(new Curve.NightLoad(building.code(), from.atDay(1), last, watts));
        for (int m = 0; m < months; m++) {
            YearMonth month = from.plusMonths(m);
            planted.put(building.code() + "-E " + month, new Night(building.name(), month, m == 0, found));
        }
    }

    void tell(Energy energy) {
        planted.forEach((key, night) -> {
            String meter = key.substring(0, key.indexOf(' '));
            if (night.month().atDay(1).isBefore(plants.city.asOf.minusDays(plants.city.scale.readingDays))) {
                return;
            }
            if (!night.found()) {
                plants.nearMiss(RULE, meter, night.name() + "夜间略高,未到警戒");
                plants.nearMiss(ABOVE_USUAL, meter, night.name() + "夜间略高于平常");
                return;
            }
            if (night.first()
                    && !night.month()
                            .atDay(1)
                            .minusDays(DAYS_LEARNED)
                            .isBefore(plants.city.asOf.minusDays(plants.city.scale.readingDays))) {
                plants.breach(ABOVE_USUAL, meter, night.month().atDay(1).toString(), night.name() + "夜间高于平常");
            }
            double share = nightToMean(energy.dials.get(meter), night.month());
            plants.breach(
                    RULE,
                    meter,
                    night.month().toString(),
                    night.name() + "夜间设备未关",
                    Rows.rounded(share * 100, 1),
                    limit());
        });
    }

    private static double limit() {
        return Double.parseDouble(Lines.of("night-limit.txt").get(0)[0]);
    }

    private static double nightToMean(Energy.@Nullable Dial dial, YearMonth month) {
        if (dial == null) {
            throw new IllegalStateException("No hourly meter to plant a night load on");
        }
        double night = 0;
        double day = 0;
        for (int d = 1; d <= month.lengthOfMonth(); d++) {
            double[] hours = dial.of(month.atDay(d));
            for (int h = 0; h < 24; h++) {
                day += hours[h] / 24;
                if (Curve.isNight(h)) {
                    night += hours[h] / 7;
                }
            }
        }
        return night / day;
    }
}
