package org.yiti.detect.meter;

import java.util.Arrays;
import org.yiti.detect.ByteSink;
import org.yiti.detect.ByteSource;

/** What was read at the same time of day, a quarter of an hour more or less, on each of the last seven days. */
final class SameTime {

    private static final int DAYS = 7;
    private static final int SLOTS = 96;
    private static final long SLOT = Metering.DAY / SLOTS;

    private final float[] values;
    private final long[] days;

    SameTime() {
        this(new float[DAYS * SLOTS], new long[DAYS]);
        Arrays.fill(values, Float.NaN);
        Arrays.fill(days, Long.MIN_VALUE);
    }

    private SameTime(float[] values, long[] days) {
        this.values = values;
        this.days = days;
    }

    /** Difference from the nearest of them: a day off is like the last day off. 0 as long as nothing is known. */
    double difference(double value, long local) {
        var day = Metering.day(local);
        var slot = (int) (Math.floorMod(local, Metering.DAY) / SLOT);
        var from = Math.max(0, slot - 1);
        var to = Math.min(SLOTS - 1, slot + 1);
        var nearest = Double.POSITIVE_INFINITY;
        // From yesterday backwards; of two equally near ones the later counts.
        for (var back = 1; back <= DAYS; back++) {
            var row = (int) Math.floorMod(day - back, (long) DAYS);
            if (days[row] != day - back) {
                continue;
            }
            for (var i = row * SLOTS + from; i <= row * SLOTS + to; i++) {
                var difference = value - values[i];
                // NaN is never nearer.
                if (Math.abs(difference) < Math.abs(nearest)) {
                    nearest = difference;
                }
            }
        }
        put(day, slot, value);
        return nearest == Double.POSITIVE_INFINITY ? 0 : nearest;
    }

    private void put(long day, int slot, double value) {
        var row = (int) Math.floorMod(day, (long) DAYS);
        if (days[row] != day) {
            days[row] = day;
            Arrays.fill(values, row * SLOTS, (row + 1) * SLOTS, Float.NaN);
        }
        values[row * SLOTS + slot] = (float) value;
    }

    void write(ByteSink to) {
        to.floats(values);
        for (var day : days) {
            to.integer(day);
        }
    }

    static SameTime read(ByteSource from) {
        var values = from.floats();
        var days = new long[DAYS];
        for (var i = 0; i < DAYS; i++) {
            days[i] = from.integer();
        }
        return new SameTime(values, days);
    }
}
