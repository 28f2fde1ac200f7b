package org.yiti.detect.meter;

import org.yiti.detect.ByteSink;
import org.yiti.detect.ByteSource;

/**
 * A local day of a meter that was read through most of it.
 *
 * @param number days since 1970-01-01
 * @param start time of its first reading
 * @param end time of its last reading
 * @param known time of the first reading after it
 * @param hours what was used in each hour, holes within an hour filled with its mean; NaN where nothing is known
 */
record Day(long number, long start, long end, long known, float[] hours) {

    /** Of hours in it, as if the unknown ones were like the rest of it. */
    double total() {
        return 24 * mean(0, 24);
    }

    /** NaN if nothing is known. */
    double mean(int from, int to) {
        var sum = 0.0;
        var known = 0;
        for (var hour = from; hour < to; hour++) {
            if (!Float.isNaN(hours[hour])) {
                sum += hours[hour];
                known++;
            }
        }
        return known == 0 ? Double.NaN : sum / known;
    }

    void write(ByteSink to) {
        to.integer(number).integer(start).integer(end).integer(known).floats(hours);
    }

    static Day read(ByteSource from) {
        return new Day(from.integer(), from.integer(), from.integer(), from.integer(), from.floats());
    }
}
