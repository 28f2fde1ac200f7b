package org.yiti.meters;

import static org.yiti.meters.MeterRefusal.BCD_MALFORMED;
import static org.yiti.meters.MeterRefusal.VALUE_UNFIT;

import java.util.Map;

/** Two decimal digits a byte, high digit first. */
public final class Bcd {

    private static final int MOST_BYTES = 9;

    private Bcd() {}

    /** The number that the bytes spell, most significant first; at most eighteen digits. */
    public static long number(Octets bytes) {
        if (bytes.length() > MOST_BYTES) {
            throw MeterRefused.at(BCD_MALFORMED, MOST_BYTES);
        }
        var number = 0L;
        for (var i = 0; i < bytes.length(); i++) {
            number = number * 100 + digits(bytes, i);
        }
        return number;
    }

    /** Zero-padded digits of a number that is not negative. */
    public static Octets of(long number, int bytes) {
        var digits = new byte[bytes];
        var rest = number;
        for (var i = bytes - 1; i >= 0; i--) {
            digits[i] = (byte) (rest % 10 | rest / 10 % 10 << 4);
            rest /= 100;
        }
        if (number < 0 || rest > 0) {
            throw new MeterRefused(VALUE_UNFIT, Map.of("format", bytes * 2 + " digits"));
        }
        return Octets.of(digits);
    }

    private static int digits(Octets bytes, int index) {
        var octet = bytes.at(index);
        if (octet >> 4 > 9 || (octet & 0xF) > 9) {
            throw MeterRefused.at(BCD_MALFORMED, index);
        }
        return (octet >> 4) * 10 + (octet & 0xF);
    }
}
