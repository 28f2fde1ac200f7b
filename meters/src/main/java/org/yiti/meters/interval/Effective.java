package org.yiti.meters.interval;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import org.yiti.meters.interval.Reading.Status;

/** Of all that was heard about each moment, the one reading that counts, in order of time. */
final class Effective {

    private static final Comparator<Reading> BY_TIME = Comparator.comparingLong(Reading::atMillis);
    private static final Comparator<Reading> BY_ARRIVAL = Comparator.comparingLong(Reading::received);

    private Effective() {}

    static List<Point> of(List<Reading> raw) {
        var sorted = isSorted(raw) ? raw : raw.stream().sorted(BY_TIME).toList();
        var points = new ArrayList<Point>(sorted.size());
        var from = 0;
        while (from < sorted.size()) {
            var first = sorted.get(from);
            var to = from + 1;
            while (to < sorted.size() && sorted.get(to).atMillis() == first.atMillis()) {
                to++;
            }
            add(points, to == from + 1 ? first : counting(sorted.subList(from, to)), sorted.subList(from, to));
            from = to;
        }
        return points;
    }

    private static void add(List<Point> points, Reading counts, List<Reading> all) {
        if (counts.status() == Status.WITHDRAWN) {
            return;
        }
        var bits = counts.status() == Status.SUSPECT
                ? Mark.SUSPECT_READING.bit()
                : counts.status() == Status.ESTIMATED ? Mark.ESTIMATED_READING.bit() : 0;
        if (all.size() > 1 && all.stream().anyMatch(other -> !other.says(counts))) {
            bits |= Mark.CORRECTED_READING.bit();
        }
        points.add(new Point(counts.atMillis(), counts.register(), counts.received(), bits));
    }

    /** Said again is not said later: each thing said stands at its first arrival, and the last of them counts. */
    private static Reading counting(List<Reading> sameTime) {
        var said = new HashSet<Said>();
        var counts = sameTime.get(0);
        for (var reading : sameTime.stream().sorted(BY_ARRIVAL).toList()) {
            if (said.add(new Said(reading.register(), reading.status()))) {
                counts = reading;
            }
        }
        return counts;
    }

    private record Said(long register, Status status) {}

    private static boolean isSorted(List<Reading> readings) {
        for (var i = 1; i < readings.size(); i++) {
            if (readings.get(i).atMillis() < readings.get(i - 1).atMillis()) {
                return false;
            }
        }
        return true;
    }
}
