package org.yiti.meters.mbus;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;
import org.yiti.meters.Bcd;
import org.yiti.meters.MeterRefused;
import org.yiti.meters.Octets;

/** How the bytes of a value are to be read (EN 13757-3 annex A): by the lower half of its DIF. */
final class DataField {

    static final int[] LENGTHS = {0, 1, 2, 3, 4, 4, 6, 8, 0, 1, 2, 3, 4, 0, 6, 0};
    static final int VARIABLE = 0xD;
    private static final int REAL = 5;
    private static final int FIRST_BCD = 9;
    private static final int CENTURY = 81;

    private DataField() {}

    record Value(@Nullable BigDecimal number, @Nullable String text) {

        static final Value NONE = new Value(null, null);
    }

    /** Of the byte that stands before a value of variable length. */
    static int variableLength(int lvar) {
        if (lvar < 0xC0) {
            return lvar;
        }
        if (lvar < 0xF0) {
            return lvar & 0x0F;
        }
        return lvar < 0xF5 ? 4 * (lvar - 0xEC) : lvar == 0xF5 ? 48 : lvar == 0xF6 ? 64 : 0;
    }

    static Value read(int field, int lvar, Octets raw, Meaning meaning) {
        if (raw.length() == 0) {
            return Value.NONE;
        }
        if (meaning.shape() != Meaning.Shape.NUMBER && field != VARIABLE) {
            return new Value(null, moment(raw));
        }
        if (field == VARIABLE) {
            return variable(lvar, raw, meaning);
        }
        if (field == REAL) {
            var real = Float.intBitsToFloat(new BigInteger(raw.reversed().bytes()).intValue());
            return Float.isFinite(real) ? number(new BigDecimal(Float.toString(real)), meaning) : Value.NONE;
        }
        return field >= FIRST_BCD
                ? bcd(raw, meaning)
                : number(new BigDecimal(new BigInteger(raw.reversed().bytes())), meaning);
    }

    private static Value variable(int lvar, Octets raw, Meaning meaning) {
        if (lvar < 0xC0) {
            return new Value(null, RecordReader.printable(raw.reversed()));
        }
        if (lvar < 0xE0) {
            var value = raw.length() > 9 ? Value.NONE : bcd(raw, meaning);
            return lvar >= 0xD0 && value.number() != null
                    ? new Value(value.number().negate(), null)
                    : value;
        }
        return new Value(null, raw.reversed().toString());
    }

    /** An F as the first digit is a minus; any other letter is how meters say that they have no value. */
    private static Value bcd(Octets raw, Meaning meaning) {
        var highFirst = raw.reversed().bytes();
        var negative = (highFirst[0] & 0xF0) == 0xF0;
        if (negative) {
            highFirst[0] &= 0x0F;
        }
        try {
            var digits = Bcd.number(Octets.of(highFirst));
            return number(BigDecimal.valueOf(negative ? -digits : digits), meaning);
        } catch (MeterRefused noNumber) {
            return Value.NONE;
        }
    }

    private static Value number(BigDecimal raw, Meaning meaning) {
        return new Value(raw.multiply(meaning.factor()), null);
    }

    /** A day, a minute or a second; none where the meter marks it invalid or there is no such day. */
    private static @Nullable String moment(Octets raw) {
        try {
            return switch (raw.length()) {
                case 2 -> date(raw.at(0), raw.at(1)).toString();
                case 4 -> (raw.at(0) & 0x80) != 0 ? null : at(raw, 2, raw.at(1), raw.at(0), 0);
                case 6 -> (raw.at(1) & 0x80) != 0 ? null : at(raw, 3, raw.at(2), raw.at(1), raw.at(0));
                default -> null;
            };
        } catch (DateTimeException noSuchDay) {
            return null;
        }
    }

    private static String at(Octets raw, int day, int hour, int minute, int second) {
        var date = date(raw.at(day), raw.at(day + 1));
        return LocalDateTime.of(date, LocalTime.of(hour & 0x1F, minute & 0x3F, second & 0x3F))
                .toString();
    }

    private static LocalDate date(int low, int high) {
        var year = (low & 0xE0) >> 5 | (high & 0xF0) >> 1;
        return LocalDate.of((year < CENTURY ? 2000 : 1900) + year, high & 0x0F, low & 0x1F);
    }
}
