package org.yiti.telemetry.where;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * When one vehicle was within a circle. What counts is the way between two positions, not the positions alone: a fast car
 * passes a gate between two of them.
 */
final class Visits {

    /** @param metres how near it came */
    record Visit(long from, long to, long metres) {}

    /** Between positions further apart the way is not known. */
    private static final int KNOWN_SECONDS = 120;

    /** Whoever is back sooner had not been away. */
    private static final int SAME_VISIT_SECONDS = 600;

    private final int lat;
    private final int lon;
    private final double radius;
    private final List<Visit> visits = new ArrayList<>();
    private @Nullable Fix before;

    Visits(int lat, int lon, double radius) {
        this.lat = lat;
        this.lon = lon;
        this.radius = radius;
    }

    /** In the order of time. */
    void add(Fix fix) {
        var from = before;
        before = fix;
        var here = Math.hypot(fix.east(lon), fix.north(lat));
        if (from == null || fix.second() - from.second() > KNOWN_SECONDS) {
            note(fix.second(), fix.second(), here);
            return;
        }
        note(from.second(), fix.second(), distance(from, fix, here));
    }

    /** Of the circle's middle from the way between two positions. */
    private double distance(Fix from, Fix to, double here) {
        var x = from.east(lon);
        var y = from.north(lat);
        var dx = to.east(lon) - x;
        var dy = to.north(lat) - y;
        var length = dx * dx + dy * dy;
        var share = length == 0 ? 0 : Math.max(0, Math.min(1, -(x * dx + y * dy) / length));
        return Math.min(here, Math.hypot(x + dx * share, y + dy * share));
    }

    private void note(long from, long to, double metres) {
        if (metres > radius) {
            return;
        }
        var last = visits.isEmpty() ? null : visits.get(visits.size() - 1);
        if (last != null && from - last.to() <= SAME_VISIT_SECONDS) {
            visits.set(visits.size() - 1, new Visit(last.from(), to, Math.min(last.metres(), Math.round(metres))));
        } else {
            visits.add(new Visit(from, to, Math.round(metres)));
        }
    }

    List<Visit> all() {
        return visits;
    }
}
