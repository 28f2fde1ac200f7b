package org.yiti.detect.vehicle;

import java.time.Duration;

/**
 * When it is in a fence and not only near its edge.
 *
 * @param edge metres outside of it that are still inside for one that was inside: a receiver trembles
 * @param sure metres beyond the edge at which one place is enough
 * @param places otherwise so many in a row
 * @param crossing a way between two places no longer apart may have led straight through
 */
public record FenceSettings(double edge, double sure, int places, Duration crossing) {

    public static final FenceSettings DEFAULTS = new FenceSettings(15, 30, 2, Duration.ofMinutes(2));
}
