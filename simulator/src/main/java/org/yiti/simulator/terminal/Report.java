package org.yiti.simulator.terminal;

import java.time.Instant;
import java.util.List;
import org.yiti.jt808.layout.BcdTime;
import org.yiti.jt808.layout.Bytes;
import org.yiti.jt808.position.Extra;
import org.yiti.jt808.position.Extras;
import org.yiti.jt808.position.Location;
import org.yiti.jt808.position.Status;
import org.yiti.simulator.track.Fix;

/**
 * What a terminal has to tell of one second.
 *
 * @param second of the epoch, by the terminal's clock
 * @param odometer 0.1 km
 * @param fuel 0.1 L
 */
public record Report(long second, Fix fix, long odometer, int fuel) {

    private static final int ALTITUDE = 12;
    private static final Extra RADIO = Extra.of(Extras.RADIO, 31);
    private static final Extra SATELLITES = Extra.of(Extras.SATELLITES, 11);

    Location location() {
        var status = 1L << Status.FIXED
                | (fix.running() ? 1L << Status.ACC : 0)
                | (fix.lat() < 0 ? 1L << Status.SOUTH : 0)
                | (fix.lon() < 0 ? 1L << Status.WEST : 0);
        return new Location(
                0,
                status,
                Math.abs(fix.lat()),
                Math.abs(fix.lon()),
                ALTITUDE,
                fix.speed(),
                fix.direction(),
                BcdTime.of(Instant.ofEpochSecond(second)),
                List.of(Extra.of(Extras.ODOMETER, odometer), Extra.of(Extras.FUEL, fuel), RADIO, SATELLITES),
                Bytes.NONE);
    }
}
