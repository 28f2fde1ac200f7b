package org.yiti.safeguard.cipher;

/** A ciphertext is not what was encrypted for this place: an incident, not an answer to anybody's question. */
final class CannotOpen extends IllegalStateException {

    private static final long serialVersionUID = 1;

    CannotOpen(String why) {
        super("A sealed value cannot be opened: " + why);
    }
}
