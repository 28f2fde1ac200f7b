package org.yiti.jt808;

import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The only exception this library throws on purpose, whatever it was given to read. It has no stack trace: a hostile peer
 * must not make us collect them, and {@link #offset()} says more.
 */
public class Refused extends RuntimeException {

    private static final Pattern FACT = Pattern.compile("\\{(\\w+)}");

    private final Refusal refusal;
    private final int offset;
    private final transient Map<String, ?> facts;

    public Refused(Refusal refusal, int offset, Map<String, ?> facts) {
        super(refusal.wording() + " at " + offset + " " + facts, null, false, false);
        this.refusal = refusal;
        this.offset = offset;
        this.facts = facts;
    }

    public Refusal refusal() {
        return refusal;
    }

    /** Where it was found out: bytes of the unescaped frame, counted from the message id, which is 0. */
    public int offset() {
        return offset;
    }

    public Map<String, ?> facts() {
        return facts;
    }

    /** Why not, in Chinese or English. */
    public String sentence(Locale locale) {
        var spoken = Locale.CHINESE.getLanguage().equals(locale.getLanguage()) ? Locale.CHINESE : Locale.ENGLISH;
        var exactly = Control.getNoFallbackControl(Control.FORMAT_PROPERTIES);
        var sentence = ResourceBundle.getBundle("org.yiti.jt808.refusals", spoken, exactly)
                .getString(refusal.wording());
        return FACT.matcher(sentence)
                .replaceAll(found -> Matcher.quoteReplacement(String.valueOf(facts.get(found.group(1)))));
    }
}
