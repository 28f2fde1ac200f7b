package org.yiti.detect.vehicle;

import org.jspecify.annotations.Nullable;

/**
 * A position judged, and what moved since the one before it. Whoever is given one reads it and keeps nothing of it: the
 * next position is told with the same object.
 */
final class Motion {

    /** Of the place, speed, instruments: as sent. */
    Position position = Position.of(0, 0, 0, Gauges.NONE);

    /** By its place among the others. */
    long at;

    /** Null where its place is used; the place fields are then of this position, else of the last used one. */
    @Nullable
    Reason reason;

    boolean placed;
    double latitude;
    double longitude;

    /** When the place before this one was, and how far away; only where this place is used and not the first. */
    boolean follows;

    long since;

    /** Driven since, without the trembling of a standing one; 0 in a gap. */
    double metres;

    /** Straight, where the way is not known. */
    double gapMetres;

    boolean gap;

    /** The places before were wrong, or it was carried: what lies between was not driven. */
    boolean relocated;

    /** km/h: as sent, else from place to place, else NaN. */
    double speed;

    /** Whether the terminal told it: only then does it say more than the places. */
    boolean toldSpeed;

    /** The same, or the lower of the last two that were worked out from places: a receiver that finds itself anew jumps. */
    double sureSpeed;

    final Odometer.Step odometer = new Odometer.Step();

    boolean used() {
        return reason == null;
    }

    double seconds() {
        return (at - since) / 1000.0;
    }

    boolean standing() {
        return speed < STANDING;
    }

    /** km/h below which a receiver trembles. */
    static final double STANDING = 2;
}
