package org.yiti.meters.dlt645;

import static org.yiti.meters.MeterRefusal.BCD_MALFORMED;
import static org.yiti.meters.MeterRefusal.VALUE_UNFIT;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yiti.meters.Bcd;
import org.yiti.meters.MeterRefused;
import org.yiti.meters.Octets;

/**
 * How a value is written (annex A): {@code XXXXXX.XX} a number, with {@code ±} before it one whose highest bit is the sign;
 * {@code hex:n} bits of n bytes; {@code text:n} n characters; anything else digits such as {@code YYMMDDhhmm}. Two parts
 * joined by {@code +} are a number and when it was.
 */
record DataFormat(String pattern) {

    private static final String SIGN = "±";

    int bytes() {
        var then = pattern.indexOf('+');
        if (then >= 0) {
            return part(0, then).bytes() + part(then + 1, pattern.length()).bytes();
        }
        var colon = pattern.indexOf(':');
        return colon >= 0 ? Integer.parseInt(pattern.substring(colon + 1)) : (digits() + 1) / 2;
    }

    /** The value that these bytes, lowest first as they were sent, stand for. */
    Value read(Octets sent) {
        var then = pattern.indexOf('+');
        if (then >= 0) {
            var number = part(0, then);
            var when = part(then + 1, pattern.length());
            return new Value(
                    number.read(sent.slice(0, number.bytes())).number(),
                    when.read(sent.from(number.bytes())).text());
        }
        if (isNumber()) {
            return new Value(number(sent.reversed()), null);
        }
        if (pattern.startsWith("text:")) {
            var text = new String(sent.reversed().bytes(), StandardCharsets.US_ASCII);
            return new Value(null, text.replaceAll("[^\\x20-\\x7E]", " ").strip());
        }
        return new Value(null, sent.reversed().toString());
    }

    /** The bytes of a number, lowest first, for simulators and tests. */
    Octets write(BigDecimal number) {
        try {
            var unscaled = number.movePointRight(decimals()).longValueExact();
            var highestFirst = Bcd.of(Math.abs(unscaled), bytes()).bytes();
            if (unscaled < 0 && (!isSigned() || highestFirst[0] < 0)) {
                throw new ArithmeticException();
            }
            highestFirst[0] |= (byte) (unscaled < 0 ? 0x80 : 0);
            return Octets.of(highestFirst).reversed();
        } catch (ArithmeticException unfit) {
            throw new MeterRefused(VALUE_UNFIT, Map.of("format", pattern));
        }
    }

    boolean isNumber() {
        return pattern.startsWith("X") || isSigned();
    }

    private boolean isSigned() {
        return pattern.startsWith(SIGN);
    }

    private @Nullable BigDecimal number(Octets highestFirst) {
        if (isAbsent(highestFirst)) {
            return null;
        }
        var negative = isSigned() && (highestFirst.at(0) & 0x80) != 0;
        try {
            var unscaled = Bcd.number(negative ? withoutSign(highestFirst) : highestFirst);
            return BigDecimal.valueOf(negative ? -unscaled : unscaled, decimals());
        } catch (MeterRefused malformed) {
            throw new MeterRefused(BCD_MALFORMED, malformed.facts());
        }
    }

    /** Meters answer FFH throughout for what they do not measure. */
    private static boolean isAbsent(Octets bytes) {
        for (var i = 0; i < bytes.length(); i++) {
            if (bytes.at(i) != 0xFF) {
                return false;
            }
        }
        return true;
    }

    private static Octets withoutSign(Octets highestFirst) {
        var bytes = highestFirst.bytes();
        bytes[0] &= 0x7F;
        return Octets.of(bytes);
    }

    private DataFormat part(int from, int to) {
        return new DataFormat(pattern.substring(from, to));
    }

    private int digits() {
        return pattern.replace(SIGN, "").replace(".", "").length();
    }

    int decimals() {
        var point = pattern.indexOf('.');
        return point < 0 ? 0 : pattern.length() - point - 1;
    }

    /** A number, or a text, or a number and when it was; neither where the meter has none. */
    record Value(@Nullable BigDecimal number, @Nullable String text) {}
}
