package org.yiti.telemetry.gateway;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.yiti.jt808.Header;
import org.yiti.jt808.Jt808;
import org.yiti.jt808.Kind;
import org.yiti.jt808.Message;
import org.yiti.jt808.Packet;
import org.yiti.jt808.Refused;
import org.yiti.jt808.Version;
import org.yiti.jt808.layout.Bytes;
import org.yiti.jt808.media.MediaData;
import org.yiti.jt808.media.MediaReply;
import org.yiti.jt808.position.LocationReply;
import org.yiti.jt808.session.Authentication;
import org.yiti.jt808.session.Empty;
import org.yiti.jt808.session.GeneralReply;
import org.yiti.jt808.session.Registration;
import org.yiti.jt808.session.RegistrationReply;
import org.yiti.jt808.session.ResendRequest;
import org.yiti.jt808.session.ServerTime;
import org.yiti.telemetry.command.DueCommands;
import org.yiti.telemetry.track.Batch;

/** A connection that speaks for a terminal. What it says is acknowledged when it is durable, and not before. */
final class Guest implements Conversation {

    private final Line line;
    private final Admission.Let let;
    private final String phone;
    private final String fullPhone;
    private final Lobby lobby;
    private final Parcels parcels;
    private final Keeping keeping;
    private final Orders orders;
    private Version version;

    Guest(Line line, Admission.Let let, Message<?> authenticated, Lobby lobby) {
        this.line = line;
        this.let = let;
        this.phone = authenticated.header().shortPhone();
        this.fullPhone = authenticated.header().phone();
        this.version = let.edition();
        this.lobby = lobby;
        this.orders = new Orders(let.tongue());
        this.parcels = new Parcels(this, let.tongue().dialect(), lobby.settings(), lobby.room());
        this.keeping = new Keeping(line, lobby, parcels);
    }

    @Override
    public UUID session() {
        return let.session();
    }

    UUID terminal() {
        return let.terminal();
    }

    /** Whether what it said last waits for room in the store. */
    boolean isHeldUp() {
        return keeping.isHeldUp();
    }

    Version version() {
        return version;
    }

    @Override
    public boolean hear(Bytes frame) {
        Packet packet;
        try {
            packet = let.tongue().packet(frame);
        } catch (Refused unreadable) {
            return false;
        }
        var header = packet.header();
        version = Jt808.version(packet, version);
        if (!header.shortPhone().equals(phone)) {
            answer(header, header.serial(), GeneralReply.FAILED);
            return false;
        }
        if (isReserved(header.id())) {
            answer(header, header.serial(), GeneralReply.UNSUPPORTED);
            return true;
        }
        if (header.isInPackages()) {
            parcels.take(packet);
            return true;
        }
        return read(packet, header);
    }

    /** Ids the standard keeps for itself or leaves to makers, and its RSA of 1024 bits, which protects nobody any more. */
    private static boolean isReserved(int id) {
        return id >= 0x0F00 && id < 0x1000 || id >= 0xE000 && id < 0xF000 || id == 0x0A00;
    }

    /** @param last of the packages it came in; its own header when it came in one frame */
    boolean read(Packet packet, Header last) {
        Message<?> message;
        try {
            message = let.tongue().decode(packet, version);
        } catch (Refused unfit) {
            answer(last, last.serial(), GeneralReply.BAD_MESSAGE);
            return false;
        }
        serve(packet, message, () -> acknowledge(last));
        return true;
    }

    private void acknowledge(Header last) {
        if (last.isInPackages()) {
            line.inLoop(() -> parcels.stored(last));
        } else {
            answer(last, last.serial(), GeneralReply.OK);
        }
    }

    private void serve(Packet packet, Message<?> message, Runnable acknowledge) {
        var body = message.body();
        var places = Telling.places(body);
        if (places != null) {
            keeping.keep(Telling.positions(let.number(), places, version), acknowledge);
        } else if (body instanceof LocationReply told) {
            keeping.keep(
                    Telling.positions(let.number(), List.of(told.location()), version)
                            .and(orders.answered(packet, version)),
                    acknowledge);
        } else if (body instanceof Registration told) {
            lobby.ask(
                    line,
                    () -> register(message, told),
                    () -> answer(message.header(), message.header().serial(), GeneralReply.FAILED));
        } else if (message.kind() == Empty.TIME_QUESTION) {
            say(ServerTime.KIND, lobby.time());
        } else if (body instanceof GeneralReply told) {
            orders.answered(told).ifPresent(receipt -> keeping.keep(Batch.of(receipt), () -> {}));
        } else if (body instanceof ResendRequest told) {
            Optional.ofNullable(line.out()).ifPresent(out -> orders.repeat(told, out));
        } else if (message.id() == Empty.HEARTBEAT.id()
                || message.kind() == Empty.DEREGISTRATION
                || body instanceof Authentication) {
            if (message.kind() == Empty.DEREGISTRATION) {
                lobby.deregister(let.terminal());
            }
            acknowledge.run();
        } else {
            keeping.keep(
                    Telling.said(let.number(), message, let.tongue()).and(orders.answered(packet, version)), () -> {
                        acknowledge.run();
                        if (body instanceof MediaData media) {
                            confirm(message.header(), media);
                        }
                    });
        }
    }

    /** It has proven who it is, and may have a new code: the one it came with holds until that is used. */
    private void register(Message<?> message, Registration told) {
        var answer = lobby.register(phone, told, version, let.terminal());
        say(RegistrationReply.KIND, Stranger.reply(message, answer));
    }

    /** In 2011 a picture comes in parts that are messages of their own, and the last says how many there were. */
    private void confirm(Header header, MediaData media) {
        var part = media.part();
        if (part == null || part.number() == part.total()) {
            var serial = version == Version.V2011 ? header.serial() : -1;
            say(MediaReply.KIND, new MediaReply(serial, media.event().id(), null));
        }
    }

    /** In the loop. */
    void order(DueCommands.Due due) {
        var out = line.out();
        if (out != null) {
            orders.send(due, out, version, fullPhone).ifPresent(receipt -> keeping.keep(Batch.of(receipt), () -> {}));
        }
    }

    void answer(Header header, int serial, int result) {
        say(GeneralReply.PLATFORM, new GeneralReply(serial, header.id(), result));
    }

    <T> void say(Kind<T> kind, T body) {
        line.say(kind, body, version, fullPhone);
    }

    void later(Runnable work, long millis) {
        line.later(work, millis);
    }

    @Override
    public void end() {
        parcels.end();
    }
}
