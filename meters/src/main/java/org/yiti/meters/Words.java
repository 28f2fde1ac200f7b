package org.yiti.meters;

import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Sentences in Chinese or English, with {facts} put in. */
final class Words {

    private static final Pattern FACT = Pattern.compile("\\{(\\w+)}");

    private Words() {}

    static String say(Locale locale, String key, Map<String, ?> facts) {
        var chinese = Locale.CHINESE.getLanguage().equals(locale.getLanguage());
        // Never the machine's own language in place of the one that was asked for.
        var exactly = Control.getNoFallbackControl(Control.FORMAT_PROPERTIES);
        var sentences = ResourceBundle.getBundle(
                "org.yiti.meters.refusals", chinese ? Locale.CHINESE : Locale.ENGLISH, exactly);
        return FACT.matcher(sentences.getString(key))
                .replaceAll(found -> Matcher.quoteReplacement(String.valueOf(facts.get(found.group(1)))));
    }
}
