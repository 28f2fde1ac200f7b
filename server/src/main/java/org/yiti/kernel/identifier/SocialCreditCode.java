package org.yiti.kernel.identifier;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A unified social credit code (统一社会信用代码, GB 32100-2015) as somebody wrote it.
 *
 * <p>Genuine codes with a wrong check character are in use, so a failed check is a suspicion, never a refusal.
 *
 * @param value upper case, half width, without spaces
 * @param expected the check character the first seventeen ask for; null when the code is malformed
 */
public record SocialCreditCode(
        String value, Verdict verdict, @Nullable Character expected) {

    public enum Verdict {
        VALID,
        /** Well formed, but the last character is not the expected one. */
        SUSPICIOUS,
        MALFORMED
    }

    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final Pattern FORM = Pattern.compile("[1-9ANY][1-9A-HJ-NP-RTUWXY]\\d{6}[0-9A-HJ-NP-RTUWXY]{10}");
    private static final Pattern SPACE = Pattern.compile("[\\s\\p{Z}\\p{Cf}\\-]+");

    public static SocialCreditCode of(String text) {
        var value = SPACE.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC))
                .replaceAll("")
                .toUpperCase(Locale.ROOT);
        if (!FORM.matcher(value).matches()) {
            return new SocialCreditCode(value, Verdict.MALFORMED, null);
        }
        var expected = checkCharacter(value);
        return new SocialCreditCode(value, expected == value.charAt(17) ? Verdict.VALID : Verdict.SUSPICIOUS, expected);
    }

    private static char checkCharacter(String value) {
        var sum = 0;
        var weight = 1;
        for (var i = 0; i < 17; i++) {
            sum += ALPHABET.indexOf(value.charAt(i)) * weight;
            weight = weight * 3 % 31;
        }
        return ALPHABET.charAt((31 - sum % 31) % 31);
    }
}
