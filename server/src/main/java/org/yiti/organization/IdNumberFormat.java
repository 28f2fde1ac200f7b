package org.yiti.organization;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.regex.Pattern;
import org.yiti.kernel.Label;
import org.yiti.kernel.ledger.Format;

/** 公民身份号码, GB 11643-1999. What is said of a wrong one never repeats it. */
class IdNumberFormat implements Format {

    private static final Pattern FORM = Pattern.compile("[1-9]\\d{16}[0-9X]");
    private static final DateTimeFormatter BIRTH =
            DateTimeFormatter.ofPattern("uuuuMMdd", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};

    @Override
    public Opinion examine(String text) {
        var number = Normalizer.normalize(text, Normalizer.Form.NFKC)
                .replaceAll("[\\s\\p{Cf}]", "")
                .toUpperCase(Locale.ROOT);
        if (!FORM.matcher(number).matches() || !isDay(number.substring(6, 14))) {
            return new Opinion(number, null, new Label("不是 18 位公民身份号码", "is no identity number of 18 characters"));
        }
        return check(number) == number.charAt(17)
                ? new Opinion(number, null, null)
                : new Opinion(number, null, new Label("校验位不符，请核对", "has a wrong check character"));
    }

    private static boolean isDay(String birth) {
        try {
            LocalDate.parse(birth, BIRTH);
            return true;
        } catch (DateTimeException noDay) {
            return false;
        }
    }

    private static char check(String number) {
        var sum = 0;
        for (var i = 0; i < WEIGHTS.length; i++) {
            sum += (number.charAt(i) - '0') * WEIGHTS[i];
        }
        return "10X98765432".charAt(sum % 11);
    }
}
