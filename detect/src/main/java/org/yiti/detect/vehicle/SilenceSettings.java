package org.yiti.detect.vehicle;

import java.time.Duration;

/**
 * When a terminal says nothing for too long. How often each reports is learned, with the ignition on and off apart, for
 * most sleep while parked.
 *
 * @param times how many of its usual intervals: three may be lost in a tunnel, ten are not
 * @param leastOn and at least so long while the ignition is on or unknown: a tunnel, a garage
 * @param leastOff the same while it is off
 */
public record SilenceSettings(double times, Duration leastOn, Duration leastOff) {

    public static final SilenceSettings DEFAULTS = new SilenceSettings(10, Duration.ofMinutes(15), Duration.ofHours(6));
}
