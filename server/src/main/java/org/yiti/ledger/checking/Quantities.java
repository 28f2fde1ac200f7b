package org.yiti.ledger.checking;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yiti.kernel.BoundedNumber;

/** Numbers as people write them: full-width, with thousands parted, with the unit behind or the currency before. */
final class Quantities {

    private static final Pattern NUMBER =
            Pattern.compile("[-+]?(\\d{1,3}(,\\d{3})+|\\d+)?(\\.\\d+)?([eE][-+]?\\d{1,3})?");
    private static final Pattern CURRENCY = Pattern.compile("^(?:¥|RMB|CNY|人民币)");
    private static final Pattern UNIT = Pattern.compile(
            "(?:m2|m²|平方米|平米|m3|立方米|立方|方|百万千焦|吉焦|GJ|元|人|名|辆|台|座|间|层|年|升|公里|千米|km|L|kWh|千瓦时|度|吨|t|kg|公斤|千克)$",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern TEN_THOUSANDS = Pattern.compile("[\\d.,]+[万亿].*");

    private Quantities() {}

    static boolean isInTenThousands(String text) {
        return !isPlain(text) && TEN_THOUSANDS.matcher(normal(text)).matches();
    }

    /** @param unit of the column; what is behind the number must be it or a plain one */
    static Optional<BigDecimal> read(String text, @Nullable String unit) {
        if (isPlain(text)) {
            return BoundedNumber.read(text);
        }
        var number = CURRENCY.matcher(normal(text)).replaceFirst("");
        var own = unit == null ? "" : normal(unit).toLowerCase(Locale.ROOT);
        number = !own.isEmpty() && number.toLowerCase(Locale.ROOT).endsWith(own)
                ? number.substring(0, number.length() - own.length())
                : UNIT.matcher(number).replaceFirst("");
        if (!NUMBER.matcher(number).matches() || number.chars().noneMatch(Character::isDigit)) {
            return Optional.empty();
        }
        return BoundedNumber.read(number.replace(",", ""));
    }

    /** Digits with at most one point among them, as nearly all numbers are. */
    private static boolean isPlain(String text) {
        var points = 0;
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            if (c == '.' && i > 0 && i < text.length() - 1) {
                points++;
            } else if (c < '0' || c > '9') {
                return false;
            }
        }
        return points < 2;
    }

    private static String normal(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).replace(" ", "").replace('−', '-');
    }
}
