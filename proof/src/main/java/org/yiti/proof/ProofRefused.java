package org.yiti.proof;

import java.util.Locale;
import java.util.Map;

/** The only exception this library throws on purpose, whatever it was given to read. */
public class ProofRefused extends RuntimeException {

    private final Refusal refusal;
    private final transient Map<String, ?> facts;

    public ProofRefused(Refusal refusal) {
        this(refusal, Map.of());
    }

    public ProofRefused(Refusal refusal, Map<String, ?> facts) {
        super(refusal.wording() + " " + facts);
        this.refusal = refusal;
        this.facts = facts;
    }

    public Refusal refusal() {
        return refusal;
    }

    public Map<String, ?> facts() {
        return facts;
    }

    /** Why not, in Chinese or English. */
    public String sentence(Locale locale) {
        return new Words("org.yiti.proof.refusals", locale).say(refusal.wording(), facts);
    }
}
