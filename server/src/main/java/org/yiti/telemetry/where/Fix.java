package org.yiti.telemetry.where;

import org.jspecify.annotations.Nullable;

/**
 * Where a vehicle was at a moment.
 *
 * @param second of the day, or of the epoch: whoever has several says which
 * @param lat millionths of a degree
 * @param lon millionths of a degree
 * @param speed 0.1 km/h
 */
record Fix(
        long second,
        int lat,
        int lon,
        int speed,
        int direction,
        boolean ignition,
        @Nullable Fuel fuel) {

    private static final double METRES_OF_A_MILLIONTH = 0.111_195;

    /** East and north of another place, in metres: flat, which is right within a city's reach. */
    double east(double ofLon) {
        return (lon - ofLon) * METRES_OF_A_MILLIONTH * Math.cos(Math.toRadians(lat / 1e6));
    }

    double north(double ofLat) {
        return (lat - ofLat) * METRES_OF_A_MILLIONTH;
    }

    double metresTo(Fix other) {
        return Math.hypot(east(other.lon), north(other.lat));
    }
}
