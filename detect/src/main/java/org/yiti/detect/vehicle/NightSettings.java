package org.yiti.detect.vehicle;

import java.time.ZoneId;

/**
 * When it is night, and what is one place.
 *
 * @param from hour of the evening, local
 * @param to hour of the morning
 * @param near metres between places of one yard
 */
public record NightSettings(ZoneId zone, int from, int to, double near) {

    public static final NightSettings DEFAULTS = new NightSettings(ZoneId.of("Asia/Shanghai"), 22, 6, 150);
}
