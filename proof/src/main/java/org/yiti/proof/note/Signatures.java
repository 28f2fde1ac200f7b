package org.yiti.proof.note;

import java.security.SecureRandom;
import java.time.Instant;

/** One way of signing a note's text. Keys are bytes as they stand in key lines. */
interface Signatures {

    record Pair(byte[] open, byte[] secret) {}

    Pair generate(SecureRandom random);

    /** Refuses what is no public key. */
    void check(byte[] open);

    /** Refuses what is no secret key. */
    byte[] sign(byte[] secret, byte[] text, Instant at, SecureRandom random);

    /** False for whatever is not a right signature, well-formed or not. */
    boolean verify(byte[] open, byte[] text, byte[] signature);
}
