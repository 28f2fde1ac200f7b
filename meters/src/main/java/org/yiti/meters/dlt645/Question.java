package org.yiti.meters.dlt645;

import static org.yiti.meters.MeterRefusal.ADDRESS_MALFORMED;
import static org.yiti.meters.MeterRefusal.KEY_MALFORMED;
import static org.yiti.meters.MeterRefusal.REPLY_OF_ANOTHER_METER;
import static org.yiti.meters.MeterRefusal.REPLY_TO_ANOTHER_QUESTION;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yiti.meters.MeterRefused;
import org.yiti.meters.Octets;

/**
 * What is asked of a meter, and which reply belongs to it. There is no question that switches a relay, clears a meter or
 * changes its password: supervision reads.
 *
 * @param id what is read or written; none where the function needs none
 */
public record Question(
        MeterAddress address, Function function, @Nullable DataId id, Octets data) {

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("yyMMddHHmmss");
    private static final int SECRET_BYTES = 4;

    public static Question read(MeterAddress address, DataId id) {
        return new Question(address, id.is1997() ? Function.READ_1997 : Function.READ, id, id.octets());
    }

    /** What did not fit into one frame; the number is one for the first following frame. */
    public static Question follow(MeterAddress address, DataId id, int number) {
        if (id.is1997()) {
            return new Question(address, Function.FOLLOW_1997, id, id.octets());
        }
        return new Question(address, Function.FOLLOW, id, id.octets().plus(Octets.of((byte) number)));
    }

    /** Only where one meter is on the line. */
    public static Question whoIsThere() {
        return new Question(MeterAddress.ANY, Function.READ_ADDRESS, null, Octets.NONE);
    }

    /**
     * Sets a parameter.
     *
     * @param password its level, then three bytes
     * @param operator who does it, four bytes
     * @param value lowest byte first, as it is sent
     */
    public static Question write(MeterAddress address, DataId id, Octets password, Octets operator, Octets value) {
        if (password.length() != SECRET_BYTES || operator.length() != SECRET_BYTES) {
            throw new MeterRefused(KEY_MALFORMED, Map.of("bytes", SECRET_BYTES));
        }
        return new Question(
                address,
                Function.WRITE,
                id,
                id.octets().plus(password).plus(operator).plus(value));
    }

    /** Gives the only meter on the line an address (its button must be pressed). */
    public static Question writeAddress(MeterAddress address) {
        if (address.digits().contains("A")) {
            throw new MeterRefused(ADDRESS_MALFORMED);
        }
        return new Question(MeterAddress.ANY, Function.WRITE_ADDRESS, null, address.octets());
    }

    /** Every meter sets its clock, if it is out by less than five minutes; none replies. */
    public static Question time(LocalDateTime now) {
        var digits = Octets.hex(now.format(CLOCK)).reversed();
        return new Question(MeterAddress.ALL, Function.TIME, null, digits);
    }

    /** Keeps the registers as they are now; 99999999 is at once, 99DDhhmm every month, 9999hhmm every day. */
    public static Question freeze(MeterAddress address, String when) {
        return new Question(address, Function.FREEZE, null, Octets.hex(when).reversed());
    }

    public Frame frame() {
        return Frame.ask(address, function, data);
    }

    /** Buses collide: a reply of another meter, or to another question, is no reply. */
    void require(Frame reply) {
        if (!reply.isReply() || (reply.control() & 0x1F) != function.code()) {
            throw new MeterRefused(REPLY_TO_ANOTHER_QUESTION);
        }
        if (!address.covers(reply.address())) {
            throw new MeterRefused(
                    REPLY_OF_ANOTHER_METER,
                    Map.of("meter", address.digits(), "other", reply.address().digits()));
        }
    }
}
