package org.yiti.proof.entry;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.SecureRandom;
import java.util.Map;
import org.yiti.proof.ProofRefused;
import org.yiti.proof.Refusal;
import org.yiti.proof.tree.Hashing;

/**
 * What makes the hash of a personal value impossible to guess: H(salt, 0, field, 0, value). Kept beside the log, never in
 * it. Who shows salt and value proves what was logged; once the salt is thrown away, the value is erased and the log is
 * still whole. One salt for each entry and field: the same salt twice shows that two values are equal.
 */
public final class Salt {

    public static final int LENGTH = 32;
    private static final byte[] BETWEEN = {0};

    private final byte[] bytes;

    private Salt(byte[] bytes) {
        this.bytes = bytes;
    }

    public static Salt fresh(SecureRandom random) {
        var bytes = new byte[LENGTH];
        random.nextBytes(bytes);
        return new Salt(bytes);
    }

    /** Of one length, or salt and field could be cut apart in two ways. */
    public static Salt of(byte[] bytes) {
        if (bytes.length != LENGTH) {
            throw new ProofRefused(Refusal.SALT_MALFORMED, Map.of("expected", LENGTH, "found", bytes.length));
        }
        return new Salt(bytes.clone());
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    public Fingerprint commit(Hashing hashing, String field, byte[] value) {
        if (field.isEmpty() || field.indexOf(0) >= 0) {
            throw new ProofRefused(Refusal.FIELD_NAME_UNFIT, Map.of("name", field));
        }
        return new Fingerprint(hashing, hashing.digest(bytes, BETWEEN, field.getBytes(UTF_8), BETWEEN, value));
    }

    /** Was it this value that was logged? */
    public boolean opens(Fingerprint commitment, String field, byte[] value) {
        return commit(commitment.hashing(), field, value).equals(commitment);
    }
}
