package org.yiti.detect.meter;

import java.util.Arrays;

/** What most of some values are like, whatever a few of them are. */
final class Medians {

    private Medians() {}

    /** Of the first so many, which are left as they are. */
    static double median(double[] values, int count) {
        var sorted = Arrays.copyOf(values, count);
        Arrays.sort(sorted);
        return (sorted[(count - 1) / 2] + sorted[count / 2]) / 2;
    }

    /** Median distance from it, times 1.4826, which for normal values is their standard deviation. */
    static double spread(double[] values, int count, double median) {
        var distances = new double[count];
        for (var i = 0; i < count; i++) {
            distances[i] = Math.abs(values[i] - median);
        }
        return 1.4826 * median(distances, count);
    }
}
