package org.yiti.meters.interval;

import java.math.BigDecimal;

/**
 * An entry beside a closed month: what its interval was taken to be before, and what it is known to be now. The booked
 * figure stays; booked and corrections together are what is known.
 *
 * @param number counts up from one for each interval
 */
public record Correction(int number, Interval before, Interval after) {

    public long nanosDelta() {
        return after.nanos() - before.nanos();
    }

    public BigDecimal amountDelta() {
        return after.amount().subtract(before.amount());
    }

    public long costMicrosDelta() {
        return after.costMicros() - before.costMicros();
    }

    public long kgceMicrosDelta() {
        return after.kgceMicros() - before.kgceMicros();
    }

    public long co2MicrosDelta() {
        return after.co2Micros() - before.co2Micros();
    }
}
