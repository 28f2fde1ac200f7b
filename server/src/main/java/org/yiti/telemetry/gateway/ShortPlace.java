package org.yiti.telemetry.gateway;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.yiti.jt808.position.Status;
import org.yiti.jt808.vendor.ShortPosition;
import org.yiti.telemetry.track.Position;

/**
 * The position in a message of a lock or tracker (0x5501, 0x5502), as open servers read it: UTC, knots, kilometres. The message
 * is kept as well, so that whoever knows its maker better can read it again.
 */
final class ShortPlace {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("ddMMuuHHmmss");
    private static final double TENTHS_OF_KMH_A_KNOT = 18.52;
    private static final int DEGREES_A_UNIT = 2;
    private static final int ROUND = 360;
    private static final byte[] NO_EXTRAS = {};

    private ShortPlace() {}

    /** Empty where time or place are no numbers. */
    static Optional<Position> of(int terminal, ShortPosition told) {
        var latitude = told.latitudeDegrees();
        var longitude = told.longitudeDegrees();
        if (Double.isNaN(latitude) || Double.isNaN(longitude) || !told.speed().matches("\\d+")) {
            return Optional.empty();
        }
        try {
            var second = LocalDateTime.parse(told.time(), TIME).toEpochSecond(ZoneOffset.UTC);
            return Optional.of(new Position(
                    terminal,
                    second,
                    millionths(latitude),
                    millionths(longitude),
                    0,
                    status(told.isFixed(), latitude, longitude),
                    (int) Math.round(Integer.parseInt(told.speed()) * TENTHS_OF_KMH_A_KNOT),
                    told.course() * DEGREES_A_UNIT % ROUND,
                    0,
                    told.mileage() * 10,
                    null,
                    NO_EXTRAS));
        } catch (DateTimeException noTime) {
            return Optional.empty();
        }
    }

    private static int millionths(double degrees) {
        return (int) Math.round(degrees * 1e6);
    }

    private static int status(boolean fixed, double latitude, double longitude) {
        return (fixed ? 1 << Status.FIXED : 0)
                | (latitude < 0 ? 1 << Status.SOUTH : 0)
                | (longitude < 0 ? 1 << Status.WEST : 0);
    }
}
