package org.yiti.workbook.file;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Which number formats make a number a point in time; an elapsed time such as [h]:mm stays a number. */
final class DateFormats {

    private DateFormats() {}

    /** Formats every Excel knows by number; 27-36 and 50-58 are the dates of its Chinese edition. */
    static boolean builtIn(int id) {
        return id >= 14 && id <= 22 || id >= 27 && id <= 36 || id == 45 || id == 47 || id >= 50 && id <= 58;
    }

    static boolean isDate(@Nullable String code) {
        if (code == null) {
            return false;
        }
        boolean date = false;
        for (int i = 0; i < code.length(); i++) {
            char c = Character.toLowerCase(code.charAt(i));
            if (c == ';') {
                break;
            } else if (c == '"') {
                i = skipTo(code, i, '"');
            } else if (c == '\\' || c == '_' || c == '*') {
                i++;
            } else if (c == '[') {
                int close = skipTo(code, i, ']');
                if (elapsed(code.substring(i + 1, Math.min(close, code.length())))) {
                    return false;
                }
                i = close;
            } else if (code.regionMatches(true, i, "General", 0, 7)) {
                i += 6;
            } else if (c == '0' || c == '#' || c == '?') {
                // Fractions of a second follow a point; digit places anywhere else make a number.
                if (!date) {
                    return false;
                }
            } else if (c == 'y' || c == 'd' || c == 'm' || c == 'h' || c == 's') {
                date = true;
            } else if (c == 'e' && !scientific(code, i)) {
                date = true;
            }
        }
        return date;
    }

    private static boolean scientific(String code, int at) {
        return at + 1 < code.length() && (code.charAt(at + 1) == '+' || code.charAt(at + 1) == '-');
    }

    private static boolean elapsed(String inBrackets) {
        return inBrackets.toLowerCase(Locale.ROOT).matches("h+|m+|s+");
    }

    private static int skipTo(String code, int from, char end) {
        int at = code.indexOf(end, from + 1);
        return at < 0 ? code.length() : at;
    }
}
