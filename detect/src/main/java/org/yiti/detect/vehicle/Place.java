package org.yiti.detect.vehicle;

import java.util.Map;
import org.yiti.detect.ByteSink;
import org.yiti.detect.ByteSource;
import org.yiti.detect.geo.Earth;

/** Somewhere, since some time. */
final class Place {

    long since;
    double latitude;
    double longitude;

    void set(Motion motion, long time) {
        since = time;
        latitude = motion.latitude;
        longitude = motion.longitude;
    }

    void set(Place other) {
        since = other.since;
        latitude = other.latitude;
        longitude = other.longitude;
    }

    /** The middle of so many, of which this is the last. */
    void include(Motion motion, long count) {
        latitude += (motion.latitude - latitude) / count;
        longitude += (motion.longitude - longitude) / count;
    }

    double metres(Motion motion) {
        return Earth.metres(latitude, longitude, motion.latitude, motion.longitude);
    }

    double metres(Place other) {
        return Earth.metres(latitude, longitude, other.latitude, other.longitude);
    }

    void put(String name, Map<String, Object> figures) {
        figures.put(name + "latitude", latitude);
        figures.put(name + "longitude", longitude);
    }

    void write(ByteSink to) {
        to.integer(since).real(latitude).real(longitude);
    }

    void read(ByteSource from) {
        since = from.integer();
        latitude = from.real();
        longitude = from.real();
    }
}
