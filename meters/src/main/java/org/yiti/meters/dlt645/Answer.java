package org.yiti.meters.dlt645;

import static org.yiti.meters.MeterRefusal.REPLY_TO_ANOTHER_QUESTION;

import java.util.List;
import java.util.Set;
import org.yiti.meters.MeterRefused;
import org.yiti.meters.Octets;

/** What a reply means, to the question that was asked. */
public sealed interface Answer {

    /**
     * Data as the meter sent them, lowest byte first.
     *
     * @param more the meter has more to say: {@link Question#follow}
     * @param number of a following frame; nought of the first
     */
    record Data(DataId id, Octets octets, boolean more, int number) implements Answer {

        /** Values by the table of identifiers; none where it does not know this one: then the octets are all there is. */
        public List<Measured> values() {
            return DataItems.find(id).map(item -> item.read(octets)).orElseGet(List::of);
        }
    }

    /** The meter says no. */
    record Refused(Set<Fault> faults, Octets octets) implements Answer {}

    record Address(MeterAddress address) implements Answer {}

    /** Done, with nothing to tell. */
    record Done(Octets octets) implements Answer {}

    static Answer to(Question question, Frame reply) {
        question.require(reply);
        if (reply.isError()) {
            var octets = reply.data();
            return new Refused(Fault.of(octets.length() == 0 ? 0 : octets.at(0)), octets);
        }
        return switch (question.function()) {
            case READ, READ_1997 -> data(question, reply, 0);
            case FOLLOW -> following(question, reply);
            case FOLLOW_1997 -> data(question, reply, 0);
            case READ_ADDRESS -> new Address(MeterAddress.read(reply.data().slice(0, MeterAddress.BYTES)));
            default -> new Done(reply.data());
        };
    }

    private static Answer following(Question question, Frame reply) {
        var number = reply.data().at(reply.data().length() - 1);
        var withoutNumber = new Frame(
                reply.preamble(),
                reply.address(),
                reply.control(),
                reply.data().slice(0, reply.data().length() - 1));
        return data(question, withoutNumber, number);
    }

    private static Data data(Question question, Frame reply, int number) {
        var asked = question.id();
        if (asked == null
                || reply.data().length() < asked.bytes()
                || !DataId.read(reply.data().slice(0, asked.bytes())).equals(asked)) {
            throw new MeterRefused(REPLY_TO_ANOTHER_QUESTION);
        }
        return new Data(asked, reply.data().from(asked.bytes()), reply.moreFollows(), number);
    }
}
