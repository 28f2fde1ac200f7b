package org.yiti.meters.interval;

import static org.yiti.meters.MeterRefusal.AMOUNT_TOO_LARGE;

import java.math.BigInteger;
import org.yiti.meters.MeterRefused;

/** Whole numbers multiplied and divided without losing a digit on the way. */
final class Fixed {

    private static final long NANOS = 1_000_000_000;
    private static final long SMALL = Integer.MAX_VALUE;

    private Fixed() {}

    /** How much of a total belongs to the first part of the whole; rounded down, so that shares add up to the total. */
    static long share(long total, long part, long whole) {
        var times = total / whole;
        var rest = total % whole;
        if (whole <= SMALL) {
            return times * part + rest * part / whole;
        }
        var big = BigInteger.valueOf(rest).multiply(BigInteger.valueOf(part)).divide(BigInteger.valueOf(whole));
        return times * part + big.longValueExact();
    }

    /** Billionths of a unit at a price in millionths: millionths, half up. */
    static long priced(long nanos, long microsPerUnit) {
        try {
            var rest = nanos % NANOS * microsPerUnit;
            return Math.addExact(Math.multiplyExact(nanos / NANOS, microsPerUnit), (rest + NANOS / 2) / NANOS);
        } catch (ArithmeticException overflow) {
            throw new MeterRefused(AMOUNT_TOO_LARGE);
        }
    }

    static long sum(long one, long other) {
        try {
            return Math.addExact(one, other);
        } catch (ArithmeticException overflow) {
            throw new MeterRefused(AMOUNT_TOO_LARGE);
        }
    }
}
