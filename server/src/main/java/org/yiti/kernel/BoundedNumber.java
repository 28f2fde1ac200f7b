package org.yiti.kernel;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * A number that came from outside. Nine characters such as {@code 1E400000000} are a number to {@link BigDecimal}, and
 * four hundred megabytes once written out; whatever is counted here has far fewer digits (CWE-400).
 */
public final class BoundedNumber {

    /** Digits before and behind the point together; PostgreSQL's numeric columns here hold at most half of them. */
    public static final int DIGITS = 38;

    private static final int LONGEST = 64;

    private BoundedNumber() {}

    /** Empty where it is no number, or none that anything here is counted in. */
    public static Optional<BigDecimal> read(String text) {
        var stripped = text.strip();
        if (stripped.isEmpty() || stripped.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            return within(new BigDecimal(stripped));
        } catch (NumberFormatException noNumber) {
            return Optional.empty();
        }
    }

    /** The same of a number that was read by somebody else, infinite ones included. */
    public static Optional<BigDecimal> of(Number number) {
        return number instanceof BigDecimal exact ? within(exact) : read(number.toString());
    }

    private static Optional<BigDecimal> within(BigDecimal number) {
        var bounded = number.precision() <= LONGEST
                && Math.abs((long) number.scale()) <= DIGITS
                && number.precision() - (long) number.scale() <= DIGITS;
        return bounded ? Optional.of(number) : Optional.empty();
    }
}
