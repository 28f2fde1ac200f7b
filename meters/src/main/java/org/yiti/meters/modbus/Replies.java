package org.yiti.meters.modbus;

import static org.yiti.meters.MeterRefusal.REPLY_TO_ANOTHER_QUESTION;

import org.yiti.meters.MeterRefused;

/** Whether a reply fits its question: the same function, and as much as was asked. */
final class Replies {

    private Replies() {}

    static Pdu to(Pdu question, Pdu reply) {
        if (question instanceof Pdu.Read read && !fits(read, reply)) {
            throw new MeterRefused(REPLY_TO_ANOTHER_QUESTION);
        }
        return reply;
    }

    private static boolean fits(Pdu.Read asked, Pdu reply) {
        if (reply instanceof Pdu.Refused refused) {
            return refused.function() == asked.function().code();
        }
        var bytes = asked.function().isBits() ? (asked.count() + 7) / 8 : asked.count() * 2;
        return reply instanceof Pdu.Values values
                && values.function() == asked.function()
                && values.data().length() == bytes;
    }
}
