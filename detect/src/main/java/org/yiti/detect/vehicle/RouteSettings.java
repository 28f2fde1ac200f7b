package org.yiti.detect.vehicle;

import java.time.Duration;

/**
 * When it has left the way.
 *
 * @param least how long it must be off the way: a petrol station, a closed street
 * @param back share of the width within which it is back, so that driving along the edge is one fact
 */
public record RouteSettings(Duration least, double back) {

    public static final RouteSettings DEFAULTS = new RouteSettings(Duration.ofMinutes(2), 0.8);
}
