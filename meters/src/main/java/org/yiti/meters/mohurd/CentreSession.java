package org.yiti.meters.mohurd;

import static org.yiti.meters.MeterRefusal.MESSAGE_OUT_OF_ORDER;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.yiti.meters.MeterRefused;

/**
 * The centre's side of one connection. Nothing is taken before the collector has shown that it knows its key, and nothing in
 * the name of another afterwards. Readings are handed out; what acknowledges them is asked for when they are stored.
 */
public final class CentreSession {

    private final Function<Common, Optional<String>> keys;
    private final Supplier<String> sequences;
    private final Challenge challenge;

    private @Nullable Common who;
    private @Nullable String sequence;
    private boolean admitted;

    /**
     * @param keys the key of a collector that is on the books
     * @param sequences random texts of 128 bits or more, never the same twice
     */
    public CentreSession(Function<Common, Optional<String>> keys, Supplier<String> sequences, Challenge challenge) {
        this.keys = keys;
        this.sequences = sequences;
        this.challenge = challenge;
    }

    /**
     * What to do about a message.
     *
     * @param data to be stored, then {@link CentreSession#acknowledge}
     * @param close after the replies are sent
     */
    public record Reaction(List<Message> replies, Optional<Message.Data> data, boolean close) {

        static Reaction say(Message... replies) {
            return new Reaction(List.of(replies), Optional.empty(), false);
        }
    }

    public boolean isAdmitted() {
        return admitted;
    }

    public Reaction on(Message message, LocalDateTime now) {
        if (message instanceof Message.Request request && who == null) {
            var asked = sequences.get();
            who = request.common();
            sequence = asked;
            return Reaction.say(new Message.Sequence(request.common(), asked));
        }
        if (!message.common().equals(who)) {
            throw outOfOrder(message);
        }
        if (message instanceof Message.Md5 md5) {
            return identify(md5, now);
        }
        if (!admitted) {
            throw outOfOrder(message);
        }
        if (message instanceof Message.HeartBeat) {
            return Reaction.say(new Message.Time(message.common(), now));
        }
        if (message instanceof Message.Data data) {
            return new Reaction(List.of(), Optional.of(data), false);
        }
        return Reaction.say();
    }

    private Reaction identify(Message.Md5 md5, LocalDateTime now) {
        var asked = sequence;
        if (asked == null) {
            throw outOfOrder(md5);
        }
        // Once only: who guesses must connect anew.
        sequence = null;
        // An unknown collector is told the same, after the same work.
        var key = keys.apply(md5.common());
        var holds = challenge.holds(asked, key.orElse(""), md5.md5());
        admitted = key.isPresent() && holds;
        var result = new Message.Result(md5.common(), admitted);
        return admitted
                ? Reaction.say(result, new Message.Time(md5.common(), now))
                : new Reaction(List.of(result), Optional.empty(), true);
    }

    /** What to send when the readings are stored for good; only what was made up after an outage is acknowledged. */
    public Optional<Message> acknowledge(Message.Data stored) {
        return stored.occasion() == Message.Data.Occasion.CONTINUOUS
                ? Optional.of(new Message.ContinuousAck(stored.common(), stored.sequence(), stored.current()))
                : Optional.empty();
    }

    private static MeterRefused outOfOrder(Message message) {
        return new MeterRefused(
                MESSAGE_OUT_OF_ORDER, Map.of("message", message.getClass().getSimpleName()));
    }
}
