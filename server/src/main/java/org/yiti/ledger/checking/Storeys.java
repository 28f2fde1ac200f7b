package org.yiti.ledger.checking;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Storeys as people call them: 三层, 1F, 负一层, B2. Those below the ground are negative, as in the ledger of floors. */
final class Storeys {

    private static final Pattern CALLED = Pattern.compile(
            "第?(?<below>地下|负|-|B)?(?:地上)?(?:(?<digits>\\d{1,3})|(?<tens>[一二三四五六七八九]?十)?(?<ones>[一二两三四五六七八九])?)(?<storey>层|楼|F)?");
    private static final String NUMERALS = "〇一二三四五六七八九";

    private Storeys() {}

    /** Nothing where neither a word for a storey nor one for the ground is among it: a numeral alone is no number. */
    static Optional<BigDecimal> read(String text) {
        var called = CALLED.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC)
                .replace(" ", "")
                .replace('−', '-')
                .toUpperCase(Locale.ROOT));
        if (!called.matches() || (called.group("below") == null && called.group("storey") == null)) {
            return Optional.empty();
        }
        var digits = called.group("digits");
        var tens = called.group("tens");
        var ones = called.group("ones");
        if (digits == null && tens == null && ones == null) {
            return Optional.empty();
        }
        var number = digits != null ? Integer.parseInt(digits) : 10 * tens(tens) + (ones == null ? 0 : ones(ones));
        return Optional.of(BigDecimal.valueOf(called.group("below") == null ? number : -number));
    }

    private static int tens(String tens) {
        return tens == null ? 0 : tens.length() == 1 ? 1 : ones(tens.substring(0, 1));
    }

    private static int ones(String numeral) {
        return numeral.equals("两") ? 2 : NUMERALS.indexOf(numeral);
    }
}
