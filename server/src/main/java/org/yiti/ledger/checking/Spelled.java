package org.yiti.ledger.checking;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yiti.kernel.BoundedNumber;
import org.yiti.kernel.ledger.Column;
import org.yiti.kernel.ledger.Kind;

/** A cell as a text, without what nobody sees and nobody meant. */
final class Spelled {

    private static final Pattern SCIENTIFIC = Pattern.compile("\\d(\\.\\d+)?[eE]\\+\\d{2,}");
    private static final int DIGITS_OF_EXCEL = 15;
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

    private Spelled() {}

    static String by(String text, Column column) {
        var seen = trimmed(withoutUnseen(text));
        if (column.identifies()) {
            return withoutApostrophe(halfWidth(seen));
        }
        return column.kind() == Kind.TEXT ? seen : withoutApostrophe(seen);
    }

    /** Marks without width, copied along from web pages, would make another row of what looks the same. */
    private static boolean isUnseen(char c) {
        return c == '\u00AD'
                || c == '\u180E'
                || (c >= '\u200B' && c <= '\u200F')
                || (c >= '\u202A' && c <= '\u202E')
                || (c >= '\u2060' && c <= '\u206F')
                || c == '\uFEFF'
                || (c >= '\uFFF9' && c <= '\uFFFB');
    }

    private static String withoutUnseen(String text) {
        return !hasUnseen(text)
                ? text
                : text.chars()
                        .filter(c -> !isUnseen((char) c))
                        .collect(StringBuilder::new, (s, c) -> s.append((char) c), StringBuilder::append)
                        .toString();
    }

    private static boolean hasUnseen(String text) {
        for (var i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= '\u00AD' && isUnseen(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    private static String trimmed(String text) {
        var from = 0;
        var to = text.length();
        while (from < to && isSpace(text.charAt(from))) {
            from++;
        }
        while (from < to && isSpace(text.charAt(to - 1))) {
            to--;
        }
        return text.substring(from, to);
    }

    private static boolean isSpace(char c) {
        return c == ' ' || (c >= '\t' && c <= '\r') || Character.isSpaceChar(c);
    }

    /** Letters, digits and signs as on the keyboard; nothing else is touched, least of all rare characters. */
    private static String halfWidth(String text) {
        @Nullable StringBuilder narrow = null;
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            var isWide = c >= '\uFF01' && c <= '\uFF5E';
            if (isWide || c == '\u3000' || c == '\u00A0') {
                narrow = narrow == null ? new StringBuilder(text) : narrow;
                narrow.setCharAt(i, isWide ? (char) (c - 0xFEE0) : ' ');
            }
        }
        return narrow == null ? text : narrow.toString();
    }

    /** Typed before a number to make it a text. */
    private static String withoutApostrophe(String text) {
        return text.length() > 1 && "'’‘".indexOf(text.charAt(0)) >= 0 && Character.isLetterOrDigit(text.charAt(1))
                ? text.substring(1)
                : text;
    }

    /** A number typed into a text column keeps the digits that were seen: 101, not 101.0. */
    static String plain(Object written) {
        if (written instanceof BigDecimal number) {
            var stripped = number.stripTrailingZeros();
            return (stripped.scale() < 0 ? stripped.setScale(0) : stripped).toPlainString();
        }
        if (written instanceof LocalDateTime at) {
            return at.toLocalTime().equals(LocalTime.MIDNIGHT)
                    ? at.toLocalDate().toString()
                    : MOMENT.format(at);
        }
        if (written instanceof Boolean truth) {
            return truth ? "TRUE" : "FALSE";
        }
        return written instanceof Number number
                ? BoundedNumber.of(number).map(Spelled::plain).orElseGet(number::toString)
                : String.valueOf(written);
    }

    /** Excel keeps 15 digits of a number: what is longer, or was saved as 9.11E+17, is no longer what was typed. */
    static boolean lostDigits(Object written) {
        return written instanceof BigDecimal number
                ? number.precision() - number.scale() > DIGITS_OF_EXCEL
                : written instanceof String text
                        && text.indexOf('+') > 0
                        && SCIENTIFIC.matcher(text).matches();
    }
}
