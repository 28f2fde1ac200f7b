package org.yiti.meters;

import java.util.Locale;
import java.util.Map;

/** The only exception this library throws on purpose, whatever it was given to read. */
public final class MeterRefused extends RuntimeException {

    private final MeterRefusal refusal;
    private final transient Map<String, ?> facts;

    public MeterRefused(MeterRefusal refusal) {
        this(refusal, Map.of());
    }

    public MeterRefused(MeterRefusal refusal, Map<String, ?> facts) {
        // Devices speak garbage all day: neither a stack trace nor a chain of causes is worth its price.
        super(refusal.wording() + " " + facts, null, false, false);
        this.refusal = refusal;
        this.facts = facts;
    }

    /** What was wrong begins at this byte, counted from nought. */
    public static MeterRefused at(MeterRefusal refusal, int offset) {
        return new MeterRefused(refusal, Map.of("at", offset));
    }

    public MeterRefusal refusal() {
        return refusal;
    }

    public Map<String, ?> facts() {
        return facts;
    }

    /** Why not, in Chinese or English. */
    public String sentence(Locale locale) {
        return Words.say(locale, refusal.wording(), facts);
    }
}
