package org.yiti.meters.interval;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.Set;

/**
 * What was consumed in an hour, a day or a month of the wall clock.
 *
 * @param nanos billionths of the meter's unit
 * @param costMicros millionths of a yuan; kgce and CO₂ in millionths of a kilogram
 * @param coveredMillis how much of it lies between readings; less than its length: {@link Mark#PARTIAL}
 * @param markBits see {@link #marks()}
 */
public record Interval(
        Step step,
        long startMillis,
        long endMillis,
        long nanos,
        long costMicros,
        long kgceMicros,
        long co2Micros,
        long coveredMillis,
        int markBits,
        Lineage lineage) {

    private static final int NANO_DECIMALS = 9;
    private static final int MICRO_DECIMALS = 6;
    private static final Lineage NOWHERE =
            new Lineage(Long.MAX_VALUE, Long.MIN_VALUE, -1, Lineage.NONE, Lineage.NONE, Lineage.NONE);

    /** An interval of which nothing is known. */
    static Interval unknown(Step step, long startMillis, long endMillis) {
        return new Interval(step, startMillis, endMillis, 0, 0, 0, 0, 0, Mark.PARTIAL.bit(), NOWHERE);
    }

    public BigDecimal amount() {
        return BigDecimal.valueOf(nanos, NANO_DECIMALS);
    }

    public Optional<BigDecimal> cost() {
        return known(Mark.NO_TARIFF, costMicros);
    }

    public Optional<BigDecimal> kgce() {
        return known(Mark.NO_KGCE, kgceMicros);
    }

    public Optional<BigDecimal> co2() {
        return known(Mark.NO_CO2, co2Micros);
    }

    public Set<Mark> marks() {
        return Mark.of(markBits);
    }

    public boolean is(Mark mark) {
        return (markBits & mark.bit()) != 0;
    }

    private Optional<BigDecimal> known(Mark unless, long micros) {
        return is(unless) ? Optional.empty() : Optional.of(BigDecimal.valueOf(micros, MICRO_DECIMALS));
    }
}
