package org.yiti.detect.vehicle;

import org.yiti.detect.ByteSink;
import org.yiti.detect.ByteSource;
import org.yiti.detect.geo.Earth;

/** Speed from place to place, for terminals that tell none: over some seconds, for in one second a receiver errs by metres. */
final class Pace {

    private static final long LEAST = 5_000;

    private long olderAt;
    private int olderLatitude;
    private int olderLongitude;
    private long at;
    private int latitude;
    private int longitude;
    private double before;

    void begin(Position position, long when) {
        at = when;
        latitude = position.latitude();
        longitude = position.longitude();
        olderAt = at;
        olderLatitude = latitude;
        olderLongitude = longitude;
        before = 0;
    }

    /** The lower of the last two speeds that do not overlap. */
    double sure(double now) {
        return Math.min(now, before);
    }

    /** km/h, from what it was five to ten seconds ago, or at the last report. */
    double next(Position position, long when) {
        if (when - at >= LEAST) {
            before = at > olderAt ? speed(latitude, longitude, at) : 0;
            olderAt = at;
            olderLatitude = latitude;
            olderLongitude = longitude;
            at = when;
            latitude = position.latitude();
            longitude = position.longitude();
        }
        return speed(position.latitude(), position.longitude(), when);
    }

    private double speed(int toLatitude, int toLongitude, long when) {
        var metres = Earth.metres(olderLatitude / 1e6, olderLongitude / 1e6, toLatitude / 1e6, toLongitude / 1e6);
        return metres / (when - olderAt) * 3_600;
    }

    void write(ByteSink to) {
        to.integer(olderAt).integer(olderLatitude).integer(olderLongitude);
        to.integer(at).integer(latitude).integer(longitude).real(before);
    }

    void read(ByteSource from) {
        olderAt = from.integer();
        olderLatitude = (int) from.integer();
        olderLongitude = (int) from.integer();
        at = from.integer();
        latitude = (int) from.integer();
        longitude = (int) from.integer();
        before = from.real();
    }
}
