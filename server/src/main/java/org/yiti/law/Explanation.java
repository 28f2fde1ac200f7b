package org.yiti.law;

import java.math.BigDecimal;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Puts what was found into the sentence of a rule. {@code {excess}} is replaced by the value of that column,
 * {@code {type:vehicle-type}} by the word which the code table has for it.
 */
public final class Explanation {

    static final Pattern PLACE = Pattern.compile("\\{([a-z_]+)(?::([a-z-]+))?}");
    private static final Pattern EXPONENT = Pattern.compile("-?\\d+(\\.\\d+)?[eE][-+]?\\d+");
    private static final Pattern TRAILING_ZEROS = Pattern.compile("(\\.\\d*?)0+$");

    private Explanation() {}

    /**
     * @param facts value of a column; null when there is none
     * @param words word of a code table (first) for a code (second)
     */
    public static String sentence(
            String template, UnaryOperator<@Nullable String> facts, BinaryOperator<String> words) {
        return PLACE.matcher(template).replaceAll(place -> {
            var value = facts.apply(place.group(1));
            if (value == null) {
                return "—";
            }
            var table = place.group(2);
            return Matcher.quoteReplacement(table == null ? plain(value) : words.apply(table, value));
        });
    }

    private static String plain(String found) {
        var value = EXPONENT.matcher(found).matches() ? new BigDecimal(found).toPlainString() : found;
        if (!value.matches("-?\\d+\\.\\d+")) {
            return value;
        }
        var shortened = TRAILING_ZEROS.matcher(value).replaceAll("$1");
        return shortened.endsWith(".") ? shortened.substring(0, shortened.length() - 1) : shortened;
    }
}
