package org.yiti.telemetry.gateway;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.yiti.jt808.Kind;
import org.yiti.jt808.Message;
import org.yiti.jt808.Refused;
import org.yiti.jt808.Version;
import org.yiti.jt808.layout.Bytes;
import org.yiti.jt808.layout.Text;
import org.yiti.jt808.session.Authentication;
import org.yiti.jt808.session.Empty;
import org.yiti.jt808.session.GeneralReply;
import org.yiti.jt808.session.Registration;
import org.yiti.jt808.session.RegistrationReply;
import org.yiti.jt808.session.ServerTime;

/** A connection that nobody has vouched for: it may register, authenticate, and say that it is there. */
final class Stranger implements Conversation {

    private final Line line;
    private final Lobby lobby;
    private @Nullable Version version;

    Stranger(Line line, Lobby lobby) {
        this.line = line;
        this.lobby = lobby;
    }

    @Override
    public boolean hear(Bytes frame) {
        Message<?> message;
        try {
            message = Tongues.ANY.decode(frame, version);
        } catch (Refused unfit) {
            return false;
        }
        version = message.version();
        var body = message.body();
        if (body instanceof Registration told) {
            ask(message, () -> register(message, told));
        } else if (body instanceof Authentication told) {
            ask(message, () -> authenticate(message, told));
        } else if (message.kind() == Empty.HEARTBEAT) {
            answer(line, message, GeneralReply.OK);
        } else if (message.kind() == Empty.TIME_QUESTION) {
            say(message, ServerTime.KIND, lobby.time());
        } else {
            answer(line, message, GeneralReply.FAILED);
            return false;
        }
        return true;
    }

    private void ask(Message<?> message, Runnable question) {
        lobby.ask(line, question, () -> answer(line, message, GeneralReply.FAILED));
    }

    private void register(Message<?> message, Registration told) {
        var answer = lobby.register(message.header().shortPhone(), told, message.version(), null);
        say(message, RegistrationReply.KIND, reply(message, answer));
    }

    static RegistrationReply reply(Message<?> message, Admission.Registered answer) {
        var code = answer.code() == null ? Text.NONE : Text.of(answer.code());
        return new RegistrationReply(message.header().serial(), answer.result(), code);
    }

    private void authenticate(Message<?> message, Authentication told) {
        var answer = lobby.authenticate(message.header().shortPhone(), told, message.version(), line.remote());
        if (answer instanceof Admission.Let let) {
            lobby.seat(line, let, message);
        } else {
            answer(line, message, GeneralReply.FAILED);
            line.later(() -> line.close(Parting.NOT_KNOWN), 1000);
        }
    }

    private <T> void say(Message<?> message, Kind<T> kind, T body) {
        line.say(kind, body, message.version(), message.header().phone());
    }

    static void answer(Line line, Message<?> message, int result) {
        var reply = new GeneralReply(message.header().serial(), message.id(), result);
        line.say(
                GeneralReply.PLATFORM,
                reply,
                Objects.requireNonNull(message.version()),
                message.header().phone());
    }
}
