package org.yiti.kernel.code;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** One spelling for the many ways of typing a word: full or half width, spaces, case, kinds of dash. */
final class Spelling {

    private static final Pattern NOTHING = Pattern.compile("[\\s\\p{Z}\\p{Cf}·•]+");
    private static final Pattern DASH = Pattern.compile("[\\p{Pd}−]");

    private Spelling() {}

    static String of(String text) {
        var plain = Normalizer.normalize(text, Normalizer.Form.NFKC);
        plain = NOTHING.matcher(plain).replaceAll("");
        return DASH.matcher(plain).replaceAll("-").toUpperCase(Locale.ROOT);
    }
}
