package org.yiti.bench;

import java.nio.ByteBuffer;
import java.time.LocalDateTime;
import java.util.List;
import org.yiti.jt808.Dialect;
import org.yiti.jt808.Jt808;
import org.yiti.jt808.Version;
import org.yiti.jt808.frame.FrameReader;
import org.yiti.jt808.frame.Received;
import org.yiti.jt808.layout.BcdTime;
import org.yiti.jt808.layout.Bytes;
import org.yiti.jt808.position.Extra;
import org.yiti.jt808.position.Extras;
import org.yiti.jt808.position.Location;
import org.yiti.jt808.position.LocationBatch;
import org.yiti.jt808.session.GeneralReply;

/** Frames of a terminal, read and written on one core, without a network. */
final class Jt808Bench implements Bench.Measurement {

    private static final int FRAMES = 1_000;
    private static final int WARM_UP = 3;
    private static final int ROUNDS = 5;
    private static final long ROUND_NANOS = 2_000_000_000L;
    private static final String PHONE = "013800138000";
    private static final Location LOCATION = new Location(
            0,
            3,
            39_908_692,
            116_397_477,
            52,
            605,
            90,
            BcdTime.of(LocalDateTime.of(2026, 8, 21, 10, 30)),
            List.of(Extra.of(Extras.ODOMETER, 123_456L), Extra.of(Extras.RADIO, 31), Extra.of(Extras.SATELLITES, 9)),
            Bytes.NONE);

    private final Jt808 jt808 = Jt808.STANDARD;

    @Override
    public void run(Report report) {
        var locations = stream(jt808.encode(Location.KIND, LOCATION, Version.V2013, PHONE, 3));
        var batch = new LocationBatch(LocationBatch.BACKFILL, java.util.Collections.nCopies(20, LOCATION));
        var batches = stream(jt808.encode(LocationBatch.KIND, batch, Version.V2013, PHONE, 4));
        report.figure("decode_locations_per_second", rate(() -> decode(locations)), "");
        report.figure("decode_batches_of_20_per_second", rate(() -> decode(batches)), "");
        report.figure("frames_alone_per_second", rate(() -> read(locations)), "");
        report.figure("encode_replies_per_second", rate(this::reply), "");
        report.figure("encode_locations_per_second", rate(this::locate), "");
    }

    private static byte[] stream(List<byte[]> frames) {
        var frame = frames.get(0);
        var stream = ByteBuffer.allocate(FRAMES * frame.length);
        for (var i = 0; i < FRAMES; i++) {
            stream.put(frame);
        }
        return stream.array();
    }

    private long read(byte[] stream) {
        return new FrameReader(Dialect.STANDARD).read(stream).size();
    }

    private long decode(byte[] stream) {
        var count = 0;
        for (var received : new FrameReader(Dialect.STANDARD).read(stream)) {
            if (received instanceof Received.Frame frame) {
                var message = jt808.decode(frame.content(), Version.V2013);
                count += message.rest().isEmpty() ? 1 : 0;
            }
        }
        return count;
    }

    private long reply() {
        var bytes = 0L;
        for (var i = 0; i < FRAMES; i++) {
            var reply = new GeneralReply(i, Location.KIND.id(), GeneralReply.OK);
            bytes += jt808.encode(GeneralReply.PLATFORM, reply, Version.V2013, PHONE, i)
                    .size();
        }
        return bytes;
    }

    private long locate() {
        var bytes = 0L;
        for (var i = 0; i < FRAMES; i++) {
            bytes += jt808.encode(Location.KIND, LOCATION, Version.V2013, PHONE, i)
                    .size();
        }
        return bytes;
    }

    /** The best of some rounds: what else runs on the machine only takes away. */
    private static double rate(java.util.function.LongSupplier frames) {
        var best = 0.0;
        for (var round = -WARM_UP; round < ROUNDS; round++) {
            var begun = System.nanoTime();
            var done = 0L;
            while (System.nanoTime() - begun < ROUND_NANOS) {
                done += frames.getAsLong();
            }
            best = Math.max(best, done / ((System.nanoTime() - begun) / 1e9));
        }
        return best;
    }
}
