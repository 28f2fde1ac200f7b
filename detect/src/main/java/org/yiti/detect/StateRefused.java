package org.yiti.detect;

/** The only exception this library throws on purpose. */
public class StateRefused extends RuntimeException {

    private final Refusal refusal;

    public StateRefused(Refusal refusal, String detail) {
        super(refusal.en() + ": " + detail);
        this.refusal = refusal;
    }

    public Refusal refusal() {
        return refusal;
    }
}
