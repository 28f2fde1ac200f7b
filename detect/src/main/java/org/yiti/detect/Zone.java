package org.yiti.detect;

import java.time.Instant;
import java.time.ZoneId;
import java.time.zone.ZoneRules;

/** Local time, cheaply: nights and days are local. A local time is told as if it were UTC, in milliseconds since 1970. */
public final class Zone {

    public static final long HOUR = 3_600_000;
    public static final long DAY = 24 * HOUR;

    private final ZoneRules rules;
    private final long constantSince;
    private final long constantOffset;

    public Zone(ZoneId zone) {
        this.rules = zone.getRules();
        // Most zones of the east change their clocks no more; asking the rules each time would cost more than
        // detecting.
        var changes = rules.getTransitions();
        var last = changes.isEmpty() ? null : changes.get(changes.size() - 1);
        this.constantSince = !rules.getTransitionRules().isEmpty()
                ? Long.MAX_VALUE
                : last == null ? Long.MIN_VALUE : last.toEpochSecond() * 1000;
        this.constantOffset = constantSince == Long.MAX_VALUE
                ? 0
                : rules.getOffset(last == null ? Instant.EPOCH : last.getInstant())
                                .getTotalSeconds()
                        * 1000L;
    }

    public long local(long at) {
        return at + offset(at);
    }

    /** The time at which it is so late there; where clocks are put forward, a time that never was moves with them. */
    public long at(long local) {
        return local - offset(local - offset(local));
    }

    /** Counted from 1970-01-01, as LocalDate counts. */
    public static long day(long local) {
        return Math.floorDiv(local, DAY);
    }

    public static int hour(long local) {
        return (int) (Math.floorMod(local, DAY) / HOUR);
    }

    private long offset(long at) {
        return at >= constantSince
                ? constantOffset
                : rules.getOffset(Instant.ofEpochMilli(at)).getTotalSeconds() * 1000L;
    }
}
