package org.yiti.meters.interval;

import java.time.Instant;
import java.time.ZoneOffset;

/** How long an interval is, by the clock on the wall. */
public enum Step {
    QUARTER_HOUR,
    HOUR,
    DAY,
    MONTH;

    static final long HOUR_MILLIS = 3_600_000;
    private static final long QUARTER_MILLIS = HOUR_MILLIS / 4;
    static final long DAY_MILLIS = 24 * HOUR_MILLIS;

    /** The beginning of the interval in which this moment lies. */
    public long start(long atMillis, ZoneOffset zone) {
        return switch (this) {
            case QUARTER_HOUR -> floor(atMillis, QUARTER_MILLIS, zone);
            case HOUR -> floor(atMillis, HOUR_MILLIS, zone);
            case DAY -> floor(atMillis, DAY_MILLIS, zone);
            case MONTH -> month(atMillis, zone, 0);
        };
    }

    /** The beginning of the interval after the one in which this moment lies. */
    public long next(long atMillis, ZoneOffset zone) {
        return switch (this) {
            case QUARTER_HOUR -> start(atMillis, zone) + QUARTER_MILLIS;
            case HOUR -> start(atMillis, zone) + HOUR_MILLIS;
            case DAY -> start(atMillis, zone) + DAY_MILLIS;
            case MONTH -> month(atMillis, zone, 1);
        };
    }

    /** The first beginning of an interval that is not before this moment. */
    public long ceil(long atMillis, ZoneOffset zone) {
        var start = start(atMillis, zone);
        return start == atMillis ? start : next(atMillis, zone);
    }

    private static long floor(long atMillis, long length, ZoneOffset zone) {
        var offset = zone.getTotalSeconds() * 1000L;
        return Math.floorDiv(atMillis + offset, length) * length - offset;
    }

    private static long month(long atMillis, ZoneOffset zone, int later) {
        var first = Instant.ofEpochMilli(atMillis)
                .atOffset(zone)
                .toLocalDate()
                .withDayOfMonth(1)
                .plusMonths(later);
        return first.atStartOfDay().toInstant(zone).toEpochMilli();
    }
}
