package org.yiti.proof.entry;

import org.yiti.proof.ProofRefused;
import org.yiti.proof.Refusal;
import org.yiti.proof.tree.Hash;
import org.yiti.proof.tree.Hashing;

/** A hash as it stands in an entry: {@code sm3:base64} or {@code sha256:base64}. */
public record Fingerprint(Hashing hashing, Hash hash) {

    public Fingerprint {
        if (hashing == Hashing.BOTH || hash.length() != hashing.length()) {
            throw new ProofRefused(Refusal.FINGERPRINT_MALFORMED);
        }
    }

    /** Of content that anybody may guess. What is personal, or is guessed too easily, takes a {@link Salt}. */
    public static Fingerprint of(Hashing hashing, byte[] content) {
        return new Fingerprint(hashing, hashing.digest(content));
    }

    public static Fingerprint parse(String text) {
        for (var hashing : Hashing.BOTH.parts()) {
            if (text.startsWith(hashing.label() + ":")) {
                return new Fingerprint(
                        hashing, Hash.ofBase64(text.substring(hashing.label().length() + 1)));
            }
        }
        throw new ProofRefused(Refusal.FINGERPRINT_MALFORMED);
    }

    @Override
    public String toString() {
        return hashing.label() + ":" + hash.base64();
    }
}
