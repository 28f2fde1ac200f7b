package org.yiti.law;

/** How well a rule or a number is known to say what the law says. */
public enum Confidence {
    /** The text of the statute was read, article by article. */
    STATUTE,
    /** Two independent sources agree. */
    VERIFIED,
    /** One source; the article number is still to be confirmed. */
    SINGLE_SOURCE,
    /** From memory: switched off until a person has compared it with the text. */
    TO_CONFIRM,
    /** No national number: a local practice, shipped as a default that every region may set for itself. */
    LOCAL;

    public boolean isUsable() {
        return this != TO_CONFIRM;
    }
}
