package org.yiti.detect.vehicle;

/**
 * Where a vehicle says it was, as it said it: good or not is for {@link Cleaning} to judge.
 *
 * @param at by the clock of the terminal, milliseconds since 1970
 * @param received by the clock of whoever received it first
 * @param latitude millionths of a degree, WGS-84, north positive
 * @param longitude millionths of a degree, east positive
 * @param status the bits below
 */
public record Position(long at, long received, int latitude, int longitude, Gauges gauges, int status) {

    public static final int FIXED = 1;
    public static final int ENCRYPTED = 2;

    /** Whether the next bit means anything: some terminals have no wire to the ignition. */
    public static final int IGNITION_KNOWN = 4;

    public static final int IGNITION_ON = 8;
    public static final int FUEL_IN_PERCENT = 16;

    /** A fixed one in degrees, received when it was made. */
    public static Position of(long at, double latitude, double longitude, Gauges gauges) {
        return new Position(at, at, micro(latitude), micro(longitude), gauges, FIXED);
    }

    public Position ignition(boolean on) {
        var other = status & ~IGNITION_ON | IGNITION_KNOWN | (on ? IGNITION_ON : 0);
        return new Position(at, received, latitude, longitude, gauges, other);
    }

    public Position receivedAt(long time) {
        return new Position(at, time, latitude, longitude, gauges, status);
    }

    public Position status(int other) {
        return new Position(at, received, latitude, longitude, gauges, other);
    }

    boolean is(int bit) {
        return (status & bit) != 0;
    }

    boolean ignitionOn() {
        return is(IGNITION_KNOWN) && is(IGNITION_ON);
    }

    boolean ignitionOff() {
        return is(IGNITION_KNOWN) && !is(IGNITION_ON);
    }

    private static int micro(double degrees) {
        return (int) Math.round(degrees * 1e6);
    }
}
