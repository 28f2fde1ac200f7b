package org.yiti.workbook.file;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** Numbers as Excel means them: 15 significant digits, so that a stored 1.1000000000000001 is the 1.1 that was typed. */
final class Decimals {

    static final int DIGITS = 15;
    private static final MathContext EXCEL = new MathContext(DIGITS, RoundingMode.HALF_UP);
    private static final int LONGEST = 400;

    private Decimals() {}

    /** Null when the text is no finite number. */
    static @Nullable BigDecimal parse(CharSequence text) {
        int length = text.length();
        if (length == 0 || length > LONGEST) {
            return null;
        }
        boolean negative = text.charAt(0) == '-';
        long unscaled = 0;
        int scale = -1;
        int start = negative ? 1 : 0;
        if (length - start > DIGITS + 1) {
            return slow(text);
        }
        int digits = 0;
        for (int i = start; i < length; i++) {
            char c = text.charAt(i);
            if (c >= '0' && c <= '9') {
                unscaled = unscaled * 10 + (c - '0');
                digits++;
            } else if (c == '.' && scale < 0) {
                scale = length - i - 1;
            } else {
                return slow(text);
            }
        }
        if (digits == 0 || digits > DIGITS) {
            return slow(text);
        }
        return canonical(BigDecimal.valueOf(negative ? -unscaled : unscaled, Math.max(scale, 0)));
    }

    private static @Nullable BigDecimal slow(CharSequence text) {
        try {
            String number = text.toString().strip();
            double size = Math.abs(Double.parseDouble(number));
            if (Double.isNaN(size) || Double.isInfinite(size)) {
                return null;
            }
            return size == 0 ? BigDecimal.ZERO : canonical(new BigDecimal(number).round(EXCEL));
        } catch (NumberFormatException e) {
            return null;
        }
    }

    static BigDecimal canonical(BigDecimal value) {
        if (value.scale() == 0) {
            return value;
        }
        BigDecimal stripped = value.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
