package org.yiti.detect.meter;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.zone.ZoneRules;

/** How often a meter reports, and where: nights and days are local. */
public final class Metering {

    static final long HOUR = 3_600_000;
    static final long DAY = 24 * HOUR;

    final long step;
    private final ZoneRules rules;
    private final long constantSince;
    private final long constantOffset;

    public Metering(Duration step, ZoneId zone) {
        this.step = step.toMillis();
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

    public static Metering hourly(ZoneId zone) {
        return new Metering(Duration.ofHours(1), zone);
    }

    /** As if it were UTC. */
    long local(long at) {
        return at
                + (at >= constantSince
                        ? constantOffset
                        : rules.getOffset(Instant.ofEpochMilli(at)).getTotalSeconds() * 1000L);
    }

    /** Counted from 1970-01-01, as LocalDate counts. */
    static long day(long local) {
        return Math.floorDiv(local, DAY);
    }

    static int hour(long local) {
        return (int) (Math.floorMod(local, DAY) / HOUR);
    }
}
