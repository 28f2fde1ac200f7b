package org.yiti.telemetry.gateway;

import java.util.Objects;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.yiti.jt808.Dialect;
import org.yiti.jt808.Jt808;
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
final class Stranger implements Line.Conversation {

    static final Jt808 CODEC = new Jt808(Dialect.LENIENT);

    private final Line line;
    private final Reception reception;
    private final Executor porter;
    private @Nullable Version version;

    /** Where a stranger is announced, and what it becomes. */
    interface Reception {
        Admission.Registered register(String phone, Registration told, Version version);

        Admission authenticate(String phone, Authentication told, Version version, String remote);

        /** From now on the line speaks for a terminal, and no other does. */
        void seat(Line line, Admission.Let let, Message<?> message);

        ServerTime time();
    }

    /** @param porter runs what waits for the database */
    Stranger(Line line, Reception reception, Executor porter) {
        this.line = line;
        this.reception = reception;
        this.porter = porter;
    }

    @Override
    public boolean hear(Bytes frame) {
        Message<?> message;
        try {
            message = CODEC.decode(frame, version);
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
            say(message, ServerTime.KIND, reception.time());
        } else {
            answer(line, message, GeneralReply.FAILED);
            return false;
        }
        return true;
    }

    private void ask(Message<?> message, Runnable question) {
        line.await();
        porter.execute(() -> {
            try {
                question.run();
            } catch (RuntimeException failure) {
                answer(line, message, GeneralReply.FAILED);
            } finally {
                line.resume();
            }
        });
    }

    private void register(Message<?> message, Registration told) {
        var answer = reception.register(message.header().shortPhone(), told, message.version());
        var code = answer.code() == null ? Text.NONE : Text.of(answer.code());
        say(
                message,
                RegistrationReply.KIND,
                new RegistrationReply(message.header().serial(), answer.result(), code));
    }

    private void authenticate(Message<?> message, Authentication told) {
        var answer = reception.authenticate(message.header().shortPhone(), told, message.version(), line.remote());
        if (answer instanceof Admission.Let let) {
            reception.seat(line, let, message);
        } else {
            answer(line, message, GeneralReply.FAILED);
            line.later(() -> line.close("not known"), 1000);
        }
    }

    private <T> void say(Message<?> message, org.yiti.jt808.Kind<T> kind, T body) {
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
