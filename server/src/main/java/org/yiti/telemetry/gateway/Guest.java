package org.yiti.telemetry.gateway;

import java.util.List;
import java.util.UUID;
import org.yiti.jt808.Message;
import org.yiti.jt808.Refused;
import org.yiti.jt808.Version;
import org.yiti.jt808.layout.Bytes;
import org.yiti.jt808.position.Location;
import org.yiti.jt808.position.LocationBatch;
import org.yiti.jt808.position.LocationReply;
import org.yiti.jt808.session.Authentication;
import org.yiti.jt808.session.Empty;
import org.yiti.jt808.session.GeneralReply;
import org.yiti.jt808.session.Registration;
import org.yiti.jt808.session.ServerTime;
import org.yiti.telemetry.track.Batch;
import org.yiti.telemetry.track.Saying;

/** A connection that speaks for a terminal. What it says is acknowledged when it is durable, and not before. */
final class Guest implements Conversation {

    private static final long ROOM_MILLIS = 50;

    private final Line line;
    private final Admission.Let let;
    private final String phone;
    private final Lobby lobby;
    private Version version;

    Guest(Line line, Admission.Let let, Message<?> authenticated, Lobby lobby) {
        this.line = line;
        this.let = let;
        this.phone = authenticated.header().shortPhone();
        this.version = authenticated.version();
        this.lobby = lobby;
    }

    @Override
    public UUID session() {
        return let.session();
    }

    UUID terminal() {
        return let.terminal();
    }

    @Override
    public boolean hear(Bytes frame) {
        Message<?> message;
        try {
            message = Stranger.CODEC.decode(frame, version);
        } catch (Refused unfit) {
            return refuse(frame);
        }
        version = message.version();
        if (!message.header().shortPhone().equals(phone)) {
            Stranger.answer(line, message, GeneralReply.FAILED);
            return false;
        }
        if (message.header().isInPackages() || isReserved(message)) {
            Stranger.answer(line, message, GeneralReply.UNSUPPORTED);
            return true;
        }
        serve(message);
        return true;
    }

    /** Of a body that does not fit its message, the header is enough to say so. */
    private boolean refuse(Bytes frame) {
        try {
            var header = Stranger.CODEC.packet(frame).header();
            var reply = new GeneralReply(header.serial(), header.id(), GeneralReply.BAD_MESSAGE);
            line.say(GeneralReply.PLATFORM, reply, version, header.phone());
        } catch (Refused unreadable) {
            return false;
        }
        return false;
    }

    /** Ids that the standard keeps for itself, and its RSA of 1024 bits, which protects nobody any more. */
    private static boolean isReserved(Message<?> message) {
        return message.id() >= 0x0F00 && message.id() < 0x1000 || message.id() == 0x0A00;
    }

    private void serve(Message<?> message) {
        var body = message.body();
        if (body instanceof Location told) {
            keep(message, Telling.positions(let.number(), List.of(told), version));
        } else if (body instanceof LocationBatch told) {
            keep(message, Telling.positions(let.number(), told.locations(), version));
        } else if (body instanceof LocationReply told) {
            keep(message, Telling.positions(let.number(), List.of(told.location()), version));
        } else if (message.kind() == Empty.TIME_QUESTION) {
            line.say(ServerTime.KIND, lobby.time(), version, message.header().phone());
        } else if (message.kind() == Empty.DEREGISTRATION) {
            lobby.deregister(let.terminal());
            Stranger.answer(line, message, GeneralReply.OK);
        } else if (message.kind() == Empty.HEARTBEAT
                || body instanceof Authentication
                || body instanceof Registration) {
            Stranger.answer(line, message, GeneralReply.OK);
        } else if (!(body instanceof GeneralReply)) {
            keep(
                    message,
                    Batch.of(new Saying(
                            let.number(),
                            message.id(),
                            version.year(),
                            Stranger.CODEC.body(message).toArray())));
        }
    }

    private void keep(Message<?> message, Batch batch) {
        if (!lobby.store(batch, () -> Stranger.answer(line, message, GeneralReply.OK))) {
            line.await();
            line.later(() -> retry(message, batch), ROOM_MILLIS);
        }
    }

    private void retry(Message<?> message, Batch batch) {
        if (lobby.store(batch, () -> Stranger.answer(line, message, GeneralReply.OK))) {
            line.resume();
        } else {
            line.later(() -> retry(message, batch), ROOM_MILLIS);
        }
    }
}
