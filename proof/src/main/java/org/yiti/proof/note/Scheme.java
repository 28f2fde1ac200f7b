package org.yiti.proof.note;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** A kind of signature. Its mark stands before the key in key lines, and in the hash that makes a key's id. */
public enum Scheme {
    ED25519("Ed25519", new byte[] {1}, new Ed25519()),
    /** Timestamped, by a witness. */
    COSIGNATURE("Ed25519 cosignature/v1", new byte[] {4}, new Cosignature()),
    /** C2SP has no number for SM2; 0xff and a long name is what signed-note provides for that. The name is its OID. */
    SM2("SM2", named("1.2.156.10197.1.501"), new Sm2());

    private final String label;
    private final byte[] mark;
    private final Signatures signatures;

    Scheme(String label, byte[] mark, Signatures signatures) {
        this.label = label;
        this.mark = mark;
        this.signatures = signatures;
    }

    public String label() {
        return label;
    }

    Signatures signatures() {
        return signatures;
    }

    byte[] marked(byte[] key) {
        var marked = Arrays.copyOf(mark, mark.length + key.length);
        System.arraycopy(key, 0, marked, mark.length, key.length);
        return marked;
    }

    byte[] bare(byte[] marked) {
        return Arrays.copyOfRange(marked, mark.length, marked.length);
    }

    static Optional<Scheme> of(byte[] marked) {
        return Arrays.stream(values())
                .filter(scheme -> marked.length > scheme.mark.length
                        && Arrays.equals(marked, 0, scheme.mark.length, scheme.mark, 0, scheme.mark.length))
                .findFirst();
    }

    private static byte[] named(String oid) {
        return ("\u00ff" + oid).getBytes(StandardCharsets.ISO_8859_1);
    }
}
