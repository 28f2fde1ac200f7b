package org.yiti.telemetry.gateway;

import java.util.LinkedHashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yiti.jt808.Dialect;
import org.yiti.jt808.Header;
import org.yiti.jt808.Packet;
import org.yiti.jt808.Tolerance;
import org.yiti.jt808.Version;
import org.yiti.jt808.frame.Assembled;
import org.yiti.jt808.frame.Assembler;
import org.yiti.jt808.media.MediaData;
import org.yiti.jt808.session.GeneralReply;
import org.yiti.jt808.session.ResendRequest;

/**
 * Messages of one line that come in packages. None is acknowledged before the whole is stored, except for pictures and
 * sounds: their packages are answered as they come, since what counts for them is 0x8800. What is missing is asked for
 * again; what takes too long, or is more than there is room for, is dropped, and the terminal has it still.
 */
final class Parcels {

    private static final Logger log = LoggerFactory.getLogger(Parcels.class);
    private static final int MESSAGES_REMEMBERED = 16;
    private static final long REMEMBERED_NANOS = 300_000_000_000L;

    /** A message that was whole. */
    private static final class Done {
        private final long at = System.nanoTime();
        private boolean stored;
    }

    private final Guest guest;
    private final Room room;
    private final Assembler assembler;
    private final boolean serialsRepeat;
    private final long patienceMillis;
    private final Map<Long, Done> done = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, Done> eldest) {
            return size() > MESSAGES_REMEMBERED;
        }
    };
    /** Bytes of a message that is whole and has not found room in the store. */
    private long handed;

    private boolean watched;

    Parcels(Guest guest, Dialect dialect, GatewaySettings settings, Room room) {
        this.guest = guest;
        this.room = room;
        this.serialsRepeat = dialect.tolerates(Tolerance.SERIAL_REPEATED);
        this.patienceMillis = settings.packages().toMillis();
        this.assembler = new Assembler(dialect, new Assembler.Limits(1024, 4, 2 << 20, patienceMillis, 3));
    }

    void take(Packet packet) {
        var header = packet.header();
        var before = done.get(key(header));
        if (before != null && System.nanoTime() - before.at < REMEMBERED_NANOS) {
            if (before.stored) {
                guest.answer(header, header.serial(), GeneralReply.OK);
            }
            return;
        }
        var held = assembler.pending();
        if (!room.take(packet.body().length())) {
            guest.answer(header, header.serial(), GeneralReply.FAILED);
            return;
        }
        var told = assembler.offer(packet, millis());
        handed = told.stream().mapToLong(Parcels::whole).sum();
        room.give((long) held + packet.body().length() - assembler.pending() - handed);
        told.forEach(one -> deal(one, header));
        watch();
    }

    private static long whole(Assembled told) {
        return told instanceof Assembled.Whole whole ? whole.packet().body().length() : 0;
    }

    private void deal(Assembled told, Header header) {
        if (told instanceof Assembled.Whole whole) {
            done.put(key(header), new Done());
            if (!guest.read(whole.packet(), whole.last())) {
                done.remove(key(header));
            }
            if (!guest.isHeldUp()) {
                passedOn();
            }
        } else if (told instanceof Assembled.Waiting) {
            if (isMedia(header)) {
                guest.answer(header, header.serial(), GeneralReply.OK);
            }
        } else if (told instanceof Assembled.GivenUp given) {
            log.info(
                    "Message {} in packages is dropped: {}",
                    given.id(),
                    given.why().wording());
            if (given.id() == header.id() && given.firstSerial() == header.firstSerial()) {
                guest.answer(header, header.serial(), GeneralReply.BAD_MESSAGE);
            }
        }
    }

    /** The message that was whole does not wait for the store any more. */
    void passedOn() {
        room.give(handed);
        handed = 0;
    }

    /** Every package of it is answered, since some terminals wait for each. */
    void stored(Header last) {
        var known = done.get(key(last));
        if (known != null) {
            known.stored = true;
        }
        if (isMedia(last)) {
            guest.answer(last, last.serial(), GeneralReply.OK);
            return;
        }
        if (serialsRepeat) {
            guest.answer(last, last.serial(), GeneralReply.OK);
            return;
        }
        for (var package_ = 0; package_ < last.total(); package_++) {
            guest.answer(last, last.firstSerial() + package_ & 0xffff, GeneralReply.OK);
        }
    }

    private void watch() {
        if (!watched && assembler.pending() > 0) {
            watched = true;
            guest.later(this::askAgain, Math.max(50, patienceMillis / 2));
        }
    }

    private void askAgain() {
        watched = false;
        var held = assembler.pending();
        for (var told : assembler.overdue(millis())) {
            if (told instanceof Assembled.Overdue overdue && guest.version().atLeast(Version.V2013)) {
                ResendRequest.of(overdue.firstSerial(), overdue.missing())
                        .forEach(request -> guest.say(ResendRequest.PLATFORM, request));
            } else if (told instanceof Assembled.GivenUp given) {
                log.info("Message {} in packages is given up: {}", given.id(), given.facts());
            }
        }
        room.give(held - assembler.pending());
        watch();
    }

    /** The line is gone, and what came of messages with it. */
    void end() {
        room.give(assembler.pending() + handed);
        handed = 0;
    }

    private static boolean isMedia(Header header) {
        return header.id() == MediaData.KIND.id();
    }

    private long key(Header header) {
        var serial = serialsRepeat ? header.serial() : header.firstSerial();
        return (long) header.id() << 32 | (long) header.total() << 16 | serial;
    }

    private static long millis() {
        return System.nanoTime() / 1_000_000;
    }
}
