package org.yiti.detect.meter;

import org.yiti.detect.ByteSink;
import org.yiti.detect.ByteSource;

/**
 * Which sixteenths of their range values have been in. One that comes where none was yet is as remarkable as that is rare:
 * of a meter that never was between its night and its day, but not of one that still shows new sides every hour.
 *
 * <p>Parts are as wide as a power of two, so that when the range grows two become one, and nothing seen is lost.
 */
final class Rarity {

    private static final int PARTS = 16;
    private static final double MEMORY = 500;
    private static final double RAREST = 1e-4;

    /** The range is that of something long forgotten. */
    private static final double OUTGROWN = 4;

    private double low = Double.POSITIVE_INFINITY;
    private double high = Double.NEGATIVE_INFINITY;
    private double part;
    private long base;
    private long seen;
    private double rate = 1;
    private long count;

    /** 0 where values were before, otherwise how many zeros the rate of such news has: 2 for one in a hundred. */
    double next(double value, Extremes remembered) {
        var range = remembered.high() - remembered.low();
        if (range > 0 && high - low > OUTGROWN * range) {
            forget();
        }
        var within = Math.max(remembered.low(), Math.min(remembered.high(), value));
        widen(within);
        var bit = 1L << index(within, part) - base;
        var news = (seen & bit) == 0;
        // StrictMath, that it may be the same on every machine.
        var rarity = news ? -StrictMath.log10(Math.max(rate, RAREST)) : 0;
        seen |= bit;
        count++;
        rate += ((news ? 1 : 0) - rate) / Math.min(count, MEMORY);
        return rarity;
    }

    private void forget() {
        low = Double.POSITIVE_INFINITY;
        high = Double.NEGATIVE_INFINITY;
        part = 0;
        base = 0;
        seen = 0;
        rate = 1;
        count = 0;
    }

    private void widen(double value) {
        if (value >= low && value <= high) {
            return;
        }
        var first = low;
        low = Math.min(low, value);
        high = Math.max(high, value);
        var wider = width(high - low);
        var newBase = index(low, wider);
        var kept = 0L;
        if (part == 0 && seen != 0) {
            kept = 1L << index(first, wider) - newBase;
        } else {
            var halvings = Math.min(63, Math.getExponent(wider) - Math.getExponent(part));
            for (var rest = seen; rest != 0; rest &= rest - 1) {
                kept |= 1L << (base + Long.numberOfTrailingZeros(rest) >> halvings) - newBase;
            }
        }
        part = wider;
        base = newBase;
        seen = kept;
    }

    private static double width(double range) {
        var least = range / PARTS;
        var power = Math.scalb(1.0, Math.getExponent(least));
        return range == 0 ? 0 : power < least ? 2 * power : power;
    }

    private static long index(double value, double part) {
        return part == 0 ? 0 : (long) Math.floor(value / part);
    }

    void write(ByteSink to) {
        to.real(low)
                .real(high)
                .real(part)
                .integer(base)
                .integer(seen)
                .real(rate)
                .integer(count);
    }

    static Rarity read(ByteSource from) {
        var rarity = new Rarity();
        rarity.low = from.real();
        rarity.high = from.real();
        rarity.part = from.real();
        rarity.base = from.integer();
        rarity.seen = from.integer();
        rarity.rate = from.real();
        rarity.count = from.integer();
        return rarity;
    }
}
