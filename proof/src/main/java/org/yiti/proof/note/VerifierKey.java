package org.yiti.proof.note;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.Map;
import org.yiti.proof.Base64Text;
import org.yiti.proof.ProofRefused;
import org.yiti.proof.Refusal;
import org.yiti.proof.tree.Hashing;

/** What it takes to check somebody's signature, on one line (a C2SP vkey): {@code name+id+base64(mark, key)}. */
public final class VerifierKey {

    private static final int ID = 4;

    private final String name;
    private final Scheme scheme;
    private final byte[] key;
    private final int id;

    VerifierKey(String name, Scheme scheme, byte[] key) {
        this.name = fit(name);
        this.scheme = scheme;
        this.key = key;
        this.id = id(name, scheme.marked(key));
        scheme.signatures().check(key);
    }

    public static VerifierKey parse(String line) {
        var parts = line.strip().split("\\+", 3);
        if (parts.length != 3) {
            throw new ProofRefused(Refusal.KEY_MALFORMED);
        }
        var marked = Base64Text.decode(parts[2]);
        var scheme = Scheme.of(marked).orElseThrow(() -> new ProofRefused(Refusal.KEY_OF_UNKNOWN_KIND));
        var key = new VerifierKey(parts[0], scheme, scheme.bare(marked));
        if (!HexFormat.of().toHexDigits(key.id).equals(parts[1])) {
            throw new ProofRefused(Refusal.KEY_MALFORMED);
        }
        return key;
    }

    /** Who signs with it: for a log's own key its origin. */
    public String name() {
        return name;
    }

    public Scheme scheme() {
        return scheme;
    }

    int id() {
        return id;
    }

    boolean claims(NoteSignature signature) {
        return signature.name().equals(name) && signature.keyId() == id;
    }

    boolean verifies(String text, NoteSignature signature) {
        return scheme.signatures().verify(key, text.getBytes(UTF_8), signature.bytes());
    }

    /** A name of a key: not empty, no space of any kind, no plus, nothing that breaks a line. */
    static String fit(String name) {
        var unfit = name.isEmpty()
                || name.chars()
                        .anyMatch(c -> c == '+' || c < ' ' || Character.isSpaceChar(c) || Character.isWhitespace(c));
        if (unfit || !UTF_8.newEncoder().canEncode(name)) {
            throw new ProofRefused(Refusal.KEY_NAME_UNFIT, Map.of("name", name));
        }
        return name;
    }

    private static int id(String name, byte[] marked) {
        var hash = Hashing.SHA_256.digest((name + "\n").getBytes(UTF_8), marked);
        return ByteBuffer.wrap(hash.bytes(), 0, ID).getInt();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof VerifierKey that && toString().equals(that.toString());
    }

    @Override
    public int hashCode() {
        return toString().hashCode();
    }

    /** The line that {@link #parse} reads. */
    @Override
    public String toString() {
        return name + "+" + HexFormat.of().toHexDigits(id) + "+" + Base64Text.encode(scheme.marked(key));
    }
}
