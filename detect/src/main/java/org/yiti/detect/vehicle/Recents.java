package org.yiti.detect.vehicle;

import java.util.Arrays;
import org.yiti.detect.ByteSink;
import org.yiti.detect.ByteSource;

/** The last few numbers. */
final class Recents {

    private final double[] values;
    private int count;
    private int next;

    Recents(int capacity) {
        values = new double[capacity];
    }

    void add(double value) {
        values[next] = value;
        next = (next + 1) % values.length;
        count = Math.min(values.length, count + 1);
    }

    void clear() {
        // All of what is forgotten, for bytes must not tell it.
        Arrays.fill(values, 0);
        count = 0;
        next = 0;
    }

    int count() {
        return count;
    }

    boolean full() {
        return count == values.length;
    }

    /** Of two in the middle the lower one: a value that was there. */
    double median() {
        var sorted = Arrays.copyOf(values, count);
        Arrays.sort(sorted);
        return sorted[(count - 1) / 2];
    }

    double range() {
        var low = Double.POSITIVE_INFINITY;
        var high = Double.NEGATIVE_INFINITY;
        for (var i = 0; i < count; i++) {
            low = Math.min(low, values[i]);
            high = Math.max(high, values[i]);
        }
        return high - low;
    }

    void moveTo(Recents other) {
        for (var i = 0; i < count; i++) {
            other.add(values[(next - count + i + values.length) % values.length]);
        }
        clear();
    }

    void write(ByteSink to) {
        to.integer(count).integer(next).reals(values);
    }

    void read(ByteSource from) {
        count = (int) Math.floorMod(from.integer(), values.length + 1L);
        next = (int) Math.floorMod(from.integer(), (long) values.length);
        var read = from.reals();
        System.arraycopy(read, 0, values, 0, Math.min(values.length, read.length));
    }
}
