package org.yiti.detect.meter;

import org.yiti.detect.ByteSink;
import org.yiti.detect.ByteSource;

/**
 * The lowest and highest of the last few thousand values. They are kept by blocks, and forgotten by blocks, so that a value
 * costs two comparisons.
 */
final class Extremes {

    /** At least 3,584 values are remembered: two weeks of five minutes, five weeks of quarter hours, half a year of hours. */
    static final int BLOCK = 512;

    private static final int BLOCKS = 8;

    private final double[] lows;
    private final double[] highs;
    private long count;
    private double low = Double.POSITIVE_INFINITY;
    private double high = Double.NEGATIVE_INFINITY;

    Extremes() {
        this(new double[BLOCKS], new double[BLOCKS]);
        java.util.Arrays.fill(lows, Double.POSITIVE_INFINITY);
        java.util.Arrays.fill(highs, Double.NEGATIVE_INFINITY);
    }

    private Extremes(double[] lows, double[] highs) {
        this.lows = lows;
        this.highs = highs;
    }

    double low() {
        return low;
    }

    double high() {
        return high;
    }

    long count() {
        return count;
    }

    /** How far outside everything remembered, in parts of its range: 0 inside, 1 if there was no range yet. */
    double beyond(double value) {
        if (value <= high && value >= low || count == 0) {
            return 0;
        }
        var range = high - low;
        return range > 0 ? (value > high ? value - high : low - value) / range : 1;
    }

    void add(double value) {
        var block = (int) (count / BLOCK % BLOCKS);
        if (count % BLOCK == 0) {
            forget(block);
        }
        count++;
        if (value < lows[block]) {
            lows[block] = value;
            low = Math.min(low, value);
        }
        if (value > highs[block]) {
            highs[block] = value;
            high = Math.max(high, value);
        }
    }

    /** As add, but one value widens the range by no more than itself: what follows an error is not hidden by it. */
    void widen(double value) {
        var range = high - low;
        add(count == 0 || range == 0 ? value : Math.max(low - range, Math.min(high + range, value)));
    }

    private void forget(int block) {
        lows[block] = Double.POSITIVE_INFINITY;
        highs[block] = Double.NEGATIVE_INFINITY;
        low = Double.POSITIVE_INFINITY;
        high = Double.NEGATIVE_INFINITY;
        for (var i = 0; i < BLOCKS; i++) {
            low = Math.min(low, lows[i]);
            high = Math.max(high, highs[i]);
        }
    }

    void write(ByteSink to) {
        to.integer(count).real(low).real(high).reals(lows).reals(highs);
    }

    static Extremes read(ByteSource from) {
        var count = from.integer();
        var low = from.real();
        var high = from.real();
        var extremes = new Extremes(from.reals(), from.reals());
        extremes.count = count;
        extremes.low = low;
        extremes.high = high;
        return extremes;
    }
}
