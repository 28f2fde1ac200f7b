package org.yiti.telemetry.gateway;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.yiti.jt808.Jt808;
import org.yiti.jt808.Packet;
import org.yiti.jt808.Refused;
import org.yiti.jt808.Version;
import org.yiti.jt808.session.GeneralReply;
import org.yiti.jt808.session.ResendRequest;
import org.yiti.telemetry.command.CommandKind;
import org.yiti.telemetry.command.DueCommands;
import org.yiti.telemetry.command.Fields;
import org.yiti.telemetry.track.Receipt;

/**
 * Commands that went out over one line and are not answered yet. Answers are known by the serial of what they answer, which
 * counts on this line only. In its loop.
 */
final class Orders {

    private static final int MOST = 64;
    private static final int SERIALS = 1 << 16;

    private record Sent(UUID command, CommandKind kind, int first, List<byte[]> frames) {

        boolean has(int serial) {
            return Math.floorMod(serial - first, SERIALS) < frames.size();
        }

        boolean endsWith(int serial) {
            return Math.floorMod(serial - first, SERIALS) == frames.size() - 1;
        }
    }

    private final Deque<Sent> open = new ArrayDeque<>();
    private final Jt808 tongue;

    Orders(Jt808 tongue) {
        this.tongue = tongue;
    }

    /** Again to the letter where it went out before. @return why it cannot be sent at all */
    Optional<Receipt> send(DueCommands.Due due, Outbox out, Version version, String phone) {
        var before = find(sent -> sent.command().equals(due.id()));
        if (before.isPresent()) {
            out.repeat(before.get().frames());
            return Optional.empty();
        }
        try {
            var first = out.nextSerial();
            var fields = Fields.of(due.kind(), due.body(), version);
            var frames = Jt808.STANDARD.encode(due.kind().id(), fields, version, phone, first);
            if (open.size() == MOST) {
                open.remove();
            }
            open.add(new Sent(due.id(), due.kind(), first, frames));
            out.write(frames);
            return Optional.empty();
        } catch (Refused unfit) {
            return Optional.of(new Receipt(due.id(), false, null, Answers.refusal(unfit)));
        }
    }

    /** What a general reply settles: a refusal always, a yes where nothing else is to come and all of it was received. */
    Optional<Receipt> answered(GeneralReply told) {
        var found = find(sent -> sent.has(told.serial()) && sent.kind().id() == told.messageId());
        var yes = told.result() == GeneralReply.OK;
        return found.filter(sent -> !yes || sent.kind().answeredBy() == 0 && sent.endsWith(told.serial()))
                .map(sent -> {
                    open.remove(sent);
                    return new Receipt(sent.command(), yes, told.result(), null);
                });
    }

    /** What a message settles that is the answer to a command; most are to none. */
    List<Receipt> answered(Packet packet, Version version) {
        var id = packet.header().id();
        return find(sent -> sent.kind().answeredBy() == id
                        && (!sent.kind().isAnsweredBySerial() || sent.has(answeredSerial(packet))))
                .map(sent -> {
                    open.remove(sent);
                    var answer = sent.kind() == CommandKind.LOCATE ? null : Answers.of(packet, version, tongue);
                    return List.of(new Receipt(sent.command(), true, null, answer));
                })
                .orElse(List.of());
    }

    private static int answeredSerial(Packet packet) {
        var body = packet.body();
        var two = body.length() >= 2 ? body.slice(0, 2).toArray() : new byte[2];
        return (two[0] & 0xff) << 8 | two[1] & 0xff;
    }

    /** Packages of a command that did not arrive. */
    void repeat(ResendRequest told, Outbox out) {
        find(sent -> sent.has(told.firstSerial()))
                .ifPresent(sent -> out.repeat(told.numbers().stream()
                        .filter(number -> number >= 1 && number <= sent.frames().size())
                        .map(number -> sent.frames().get(number - 1))
                        .toList()));
    }

    private Optional<Sent> find(Predicate<Sent> fits) {
        return open.stream().filter(fits).findFirst();
    }
}
