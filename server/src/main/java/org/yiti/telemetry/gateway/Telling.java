package org.yiti.telemetry.gateway;

import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yiti.jt808.Jt808;
import org.yiti.jt808.Message;
import org.yiti.jt808.Version;
import org.yiti.jt808.position.Extras;
import org.yiti.jt808.position.Location;
import org.yiti.jt808.position.LocationBatch;
import org.yiti.jt808.position.Status;
import org.yiti.jt808.vendor.ShortPosition;
import org.yiti.jt808.vendor.Trackers;
import org.yiti.telemetry.track.Batch;
import org.yiti.telemetry.track.Position;
import org.yiti.telemetry.track.Saying;

/** What a message says as what is stored of it. */
final class Telling {

    private Telling() {}

    /**
     * A position whose time is no time at all has none of the epoch either, and is kept at its beginning. Fuel stays as it
     * was told, the bit that says percent with it: whoever reads it looks.
     */
    static Position position(int terminal, Location told, Version version) {
        var status = (int) told.statusBits();
        var lat = (int) told.latitude();
        var lon = (int) told.longitude();
        var second = told.time().instant().map(Instant::getEpochSecond).orElse(0L);
        return new Position(
                terminal,
                second,
                told.status().has(Status.SOUTH) ? -lat : lat,
                told.status().has(Status.WEST) ? -lon : lon,
                (int) told.alarm(),
                status,
                told.speed(),
                told.direction(),
                told.altitudeMetres(),
                told.find(Extras.ODOMETER, version).orElse(null),
                told.find(Extras.FUEL, version).orElse(null),
                extras(told));
    }

    /** All items as they came, the tail included: nothing of what a terminal said is lost. */
    private static byte[] extras(Location told) {
        var out = new ByteArrayOutputStream();
        for (var extra : told.extras()) {
            out.write(extra.id());
            out.write(extra.value().length());
            out.writeBytes(extra.value().toArray());
        }
        out.writeBytes(told.tail().toArray());
        return out.toByteArray();
    }

    /** The positions that a message is made of; null where it is made of something else. */
    static @Nullable List<Location> places(Object body) {
        if (body instanceof Location one) {
            return List.of(one);
        }
        if (body instanceof Trackers.SmallBatch batch && batch.battery() == null) {
            return batch.locations();
        }
        return body instanceof LocationBatch batch ? batch.locations() : null;
    }

    static Batch positions(int terminal, List<Location> told, Version version) {
        return Batch.of(
                told.stream().map(one -> position(terminal, one, version)).toList());
    }

    /** Any other message: its body as it came, in the edition it was read by; of a lock's position also the place. */
    static Batch said(int terminal, Message<?> message, Jt808 tongue) {
        var body = tongue.body(message).toArray();
        var serial = message.header().serial();
        var saying =
                new Saying(terminal, message.id(), serial, message.version().year(), body);
        var place = message.body() instanceof ShortPosition told
                ? ShortPlace.of(terminal, told)
                : Optional.<Position>empty();
        return new Batch(place.stream().toList(), List.of(saying), List.of());
    }
}
