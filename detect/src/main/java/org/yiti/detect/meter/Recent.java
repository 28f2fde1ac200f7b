package org.yiti.detect.meter;

import org.yiti.detect.ByteSink;
import org.yiti.detect.ByteSource;

/** The last few values, oldest first forgotten. Their mean and deviation are summed anew each time, so that no error adds up. */
final class Recent {

    private final double[] values;
    private int count;
    private int next;

    Recent(int size) {
        this(new double[size]);
    }

    private Recent(double[] values) {
        this.values = values;
    }

    void add(double value) {
        values[next] = value;
        next = next + 1 == values.length ? 0 : next + 1;
        count = Math.min(count + 1, values.length);
    }

    boolean full() {
        return count == values.length;
    }

    /** Of a full one, as the next two. */
    double mean() {
        var sum = 0.0;
        for (var value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    double deviation(double mean) {
        var sum = 0.0;
        for (var value : values) {
            sum += (value - mean) * (value - mean);
        }
        return Math.sqrt(sum / values.length);
    }

    /** Of the last so many. */
    double max(int last) {
        var max = Double.NEGATIVE_INFINITY;
        var at = next;
        for (var left = Math.min(last, count); left > 0; left--) {
            at = at == 0 ? values.length - 1 : at - 1;
            max = Math.max(max, values[at]);
        }
        return max;
    }

    void write(ByteSink to) {
        to.integer(count).integer(next).reals(values);
    }

    static Recent read(ByteSource from) {
        var count = (int) from.integer();
        var next = (int) from.integer();
        var recent = new Recent(from.reals());
        recent.count = count;
        recent.next = next;
        return recent;
    }
}
