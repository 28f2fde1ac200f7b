package org.yiti.meters.interval;

import static org.yiti.meters.MeterRefusal.REGISTER_TOO_LARGE;

import java.util.Map;
import org.yiti.meters.MeterRefused;

/**
 * What a register showed, as it was heard; kept for ever. Said again with the same figure it is the same reading; with
 * another figure it is a correction: the one received later counts, both are kept.
 *
 * @param register in the meter's smallest step, see {@link MeterHistory#register}
 * @param received counts up as readings arrive; never twice the same for one meter
 */
public record Reading(long atMillis, long register, long received, Status status) {

    /** Some three hundred years to either side of 1970: enough for every meter, and no sum of times can overflow. */
    private static final long MOST_MILLIS = 10_000_000_000_000L;

    private static final long MOST_REGISTER = 1_000_000_000_000_000L;

    public Reading {
        if (atMillis < -MOST_MILLIS
                || atMillis > MOST_MILLIS
                || register < 0
                || register > MOST_REGISTER
                || received < 0) {
            throw new MeterRefused(REGISTER_TOO_LARGE, Map.of("register", register));
        }
    }

    public enum Status {
        GOOD,
        /** The gateway has put it in itself. */
        ESTIMATED,
        /** The gateway, a check or a person doubts it; it counts, and what it counts in says so. */
        SUSPECT,
        /** A person has taken the readings of this time back: none of them counts. */
        WITHDRAWN
    }

    public static Reading good(long atMillis, long register, long received) {
        return new Reading(atMillis, register, received, Status.GOOD);
    }

    boolean says(Reading other) {
        return atMillis == other.atMillis && register == other.register && status == other.status;
    }
}
