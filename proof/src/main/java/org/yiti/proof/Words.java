package org.yiti.proof;

import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Sentences in Chinese or English, with {facts} put in. */
public final class Words {

    private static final Pattern FACT = Pattern.compile("\\{(\\w+)}");

    private final ResourceBundle sentences;

    public Words(String bundle, Locale locale) {
        var chinese = Locale.CHINESE.getLanguage().equals(locale.getLanguage());
        // Never the machine's own language in place of the one that was asked for.
        var exactly = Control.getNoFallbackControl(Control.FORMAT_PROPERTIES);
        this.sentences = ResourceBundle.getBundle(bundle, chinese ? Locale.CHINESE : Locale.ENGLISH, exactly);
    }

    public String say(String key, Map<String, ?> facts) {
        return FACT.matcher(sentences.getString(key))
                .replaceAll(found -> Matcher.quoteReplacement(worded(facts.get(found.group(1)))));
    }

    public String say(String key) {
        return say(key, Map.of());
    }

    private static String worded(@Nullable Object fact) {
        return fact instanceof Number number
                ? String.format(Locale.ROOT, "%,d", number.longValue())
                : String.valueOf(fact);
    }
}
