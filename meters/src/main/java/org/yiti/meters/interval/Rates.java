package org.yiti.meters.interval;

import static org.yiti.meters.MeterRefusal.RATES_MALFORMED;
import static org.yiti.meters.MeterRefusal.UNIT_DIFFERS;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.yiti.meters.MeterRefused;

/**
 * What a unit costs, and what it counts in kilograms of standard coal and of CO₂; each holds from its date until the next
 * one's. All three may be empty, then nothing is said about it.
 */
public record Rates(String unit, List<Tariff> tariffs, List<Factor> kgce, List<Factor> co2) {

    private static final int HOURS = 24;
    /** 9,000 a unit: more would not multiply exactly. */
    private static final long MOST_MICROS = 9_000_000_000L;

    /**
     * A tariff by the hour of day (峰谷平); a flat one says the same 24 times.
     *
     * @param id of the tariff in the books
     */
    public record Tariff(long id, long fromMillis, List<Long> microsPerUnit) {

        public Tariff {
            microsPerUnit = List.copyOf(microsPerUnit);
            require(microsPerUnit.size() == HOURS, "hours");
            microsPerUnit.forEach(micros -> require(micros >= 0 && micros <= MOST_MICROS, "price"));
        }

        public static Tariff flat(long id, long fromMillis, long microsPerUnit) {
            return new Tariff(id, fromMillis, Collections.nCopies(HOURS, microsPerUnit));
        }
    }

    /** A factor in milligrams, that is millionths of a kilogram, a unit. */
    public record Factor(long id, long fromMillis, long microsPerUnit) {

        public Factor {
            require(microsPerUnit >= 0 && microsPerUnit <= MOST_MICROS, "factor");
        }
    }

    public Rates {
        tariffs = List.copyOf(tariffs);
        kgce = List.copyOf(kgce);
        co2 = List.copyOf(co2);
        requireSorted(tariffs.stream().mapToLong(Tariff::fromMillis).toArray());
        requireSorted(kgce.stream().mapToLong(Factor::fromMillis).toArray());
        requireSorted(co2.stream().mapToLong(Factor::fromMillis).toArray());
    }

    public static Rates none(String unit) {
        return new Rates(unit, List.of(), List.of(), List.of());
    }

    void requireUnit(MeterHistory meter) {
        if (!unit.equals(meter.unit())) {
            throw new MeterRefused(UNIT_DIFFERS, Map.of("unit", meter.unit(), "other", unit));
        }
    }

    private static void requireSorted(long[] from) {
        for (var i = 0; i < from.length; i++) {
            require(Math.floorMod(from[i], Step.HOUR_MILLIS) == 0, "one does not begin with an hour");
            require(i == 0 || from[i] > from[i - 1], "two begin at the same time, or out of order");
        }
    }

    private static void require(boolean holds, String what) {
        if (!holds) {
            throw new MeterRefused(RATES_MALFORMED, Map.of("what", what));
        }
    }
}
