package org.yiti.identity.passkey;

/** What a challenge is for: an answer to one is no answer to another. */
public enum Purpose {
    /** Adding a passkey. */
    REGISTRATION,
    /** Signing in with nothing else, so the authenticator must have verified its owner (PIN, finger, face). */
    SIGN_IN,
    /** After the password. */
    SECOND_FACTOR,
    /** Before a grave act (step-up). */
    CONFIRMATION
}
