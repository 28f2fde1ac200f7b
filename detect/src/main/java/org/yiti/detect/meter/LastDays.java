package org.yiti.detect.meter;

import org.yiti.detect.ByteSink;
import org.yiti.detect.ByteSource;

/** One number each of the last days that were known, oldest first. */
final class LastDays {

    private final double[] values;
    private int count;

    LastDays(int size) {
        this.values = new double[size];
    }

    int count() {
        return count;
    }

    double[] values() {
        return values;
    }

    void add(double value) {
        if (count == values.length) {
            System.arraycopy(values, 1, values, 0, --count);
        }
        values[count++] = value;
    }

    double median(int from, int to) {
        return Medians.median(java.util.Arrays.copyOfRange(values, from, to), to - from);
    }

    void write(ByteSink to) {
        to.integer(count);
        for (var i = 0; i < count; i++) {
            to.real(values[i]);
        }
    }

    LastDays read(ByteSource from) {
        count = (int) from.integer();
        for (var i = 0; i < count; i++) {
            values[i] = from.real();
        }
        return this;
    }
}
