package org.yiti.meters.interval;

import org.jspecify.annotations.Nullable;

/**
 * A time in which the register ran on without a break, from the first millisecond up to, and without, the last. A
 * replacement, a reset and a new ratio each end one and begin the next.
 *
 * @param untilMillis {@link #OPEN} while it lasts
 * @param startRegister what the register showed when it began; none where nobody noted it
 * @param endRegister what it showed when it ended; none where nobody noted it: then what was consumed since the last reading
 *     is not known, and not invented
 * @param digits of the register, decimals included: after 999999 comes 000000
 * @param ratioThousandths what one unit of the register stands for (current and voltage transformers), in thousandths
 */
public record Installation(
        long fromMillis,
        long untilMillis,
        @Nullable Long startRegister,
        @Nullable Long endRegister,
        int digits,
        long ratioThousandths,
        Beginning beginning) {

    public static final long OPEN = Long.MAX_VALUE;
    /** For a meter of which it is not known since when it hangs. */
    public static final long EVER = Long.MIN_VALUE;

    static final int MOST_DIGITS = 15;

    public enum Beginning {
        INSTALLED,
        REPLACED,
        RESET,
        RATIO_CHANGED
    }

    long modulus() {
        var modulus = 1L;
        for (var i = 0; i < digits; i++) {
            modulus *= 10;
        }
        return modulus;
    }

    boolean covers(long atMillis) {
        return fromMillis <= atMillis && atMillis < untilMillis;
    }
}
