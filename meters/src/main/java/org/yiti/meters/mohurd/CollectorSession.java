package org.yiti.meters.mohurd;

import static org.yiti.meters.MeterRefusal.MESSAGE_OUT_OF_ORDER;

import java.util.Map;
import java.util.Optional;
import org.yiti.meters.MeterRefused;

/** The collector's side, for simulators and tests. */
public final class CollectorSession {

    private final Common self;
    private final String key;
    private final Challenge challenge;
    private boolean admitted;

    public CollectorSession(Common self, String key, Challenge challenge) {
        this.self = self;
        this.key = key;
        this.challenge = challenge;
    }

    public Message start() {
        return new Message.Request(self);
    }

    public boolean isAdmitted() {
        return admitted;
    }

    public Optional<Message> on(Message message) {
        if (!message.common().equals(self)) {
            throw new MeterRefused(
                    MESSAGE_OUT_OF_ORDER, Map.of("message", message.getClass().getSimpleName()));
        }
        if (message instanceof Message.Sequence sequence) {
            return Optional.of(new Message.Md5(self, challenge.answer(sequence.sequence(), key)));
        }
        if (message instanceof Message.Result result) {
            admitted = result.pass();
        }
        return message instanceof Message.Period ? Optional.of(new Message.PeriodAck(self)) : Optional.empty();
    }
}
