package org.yiti.detect.meter;

import java.time.Duration;
import java.time.ZoneId;
import org.yiti.detect.Zone;

/** How often a meter reports, and where: nights and days are local. */
public final class Metering {

    static final long HOUR = Zone.HOUR;
    static final long DAY = Zone.DAY;

    final long step;
    private final Zone zone;

    public Metering(Duration step, ZoneId zone) {
        this.step = step.toMillis();
        this.zone = new Zone(zone);
    }

    public static Metering hourly(ZoneId zone) {
        return new Metering(Duration.ofHours(1), zone);
    }

    /** As if it were UTC. */
    long local(long at) {
        return zone.local(at);
    }

    /** Counted from 1970-01-01, as LocalDate counts. */
    static long day(long local) {
        return Zone.day(local);
    }

    static int hour(long local) {
        return Zone.hour(local);
    }
}
