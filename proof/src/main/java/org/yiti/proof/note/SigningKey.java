package org.yiti.proof.note;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import org.yiti.proof.Base64Text;
import org.yiti.proof.ProofRefused;
import org.yiti.proof.Refusal;

/**
 * What it takes to sign. Two lines: the secret as Go's note package writes it
 * ({@code PRIVATE+KEY+name+id+base64(mark, secret)}), and the verifier key that belongs to it.
 */
public final class SigningKey {

    private static final String PRIVATE = "PRIVATE+KEY+";
    private static final String PROBE = "Do these two belong together?\n";

    private final VerifierKey verifier;
    private final byte[] secret;
    private final SecureRandom random;

    private SigningKey(VerifierKey verifier, byte[] secret, SecureRandom random) {
        this.verifier = verifier;
        this.secret = secret;
        this.random = random;
    }

    public static SigningKey generate(String name, Scheme scheme, SecureRandom random) {
        var pair = scheme.signatures().generate(random);
        return new SigningKey(new VerifierKey(name, scheme, pair.open()), pair.secret(), random);
    }

    /** Refuses two lines that do not belong together: a log signed with a key that nobody can check is lost. */
    public static SigningKey parse(List<String> lines, SecureRandom random) {
        if (lines.size() != 2) {
            throw new ProofRefused(Refusal.KEY_MALFORMED);
        }
        var verifier = VerifierKey.parse(lines.get(1));
        var head = head(verifier);
        if (!lines.get(0).startsWith(head)) {
            throw new ProofRefused(Refusal.KEY_MALFORMED);
        }
        var marked = Base64Text.decode(lines.get(0).substring(head.length()).strip());
        if (Scheme.of(marked).filter(scheme -> scheme == verifier.scheme()).isEmpty()) {
            throw new ProofRefused(Refusal.KEY_MALFORMED);
        }
        var key = new SigningKey(verifier, verifier.scheme().bare(marked), random);
        if (!verifier.verifies(PROBE, key.sign(PROBE, Instant.EPOCH))) {
            throw new ProofRefused(Refusal.KEY_MALFORMED);
        }
        return key;
    }

    public VerifierKey verifier() {
        return verifier;
    }

    /** The secret and the verifier key. Nothing but a key file should hold them. */
    public List<String> lines() {
        return List.of(head(verifier) + Base64Text.encode(verifier.scheme().marked(secret)), verifier.toString());
    }

    NoteSignature sign(String text, Instant at) {
        var bytes = verifier.scheme().signatures().sign(secret, text.getBytes(UTF_8), at, random);
        return new NoteSignature(verifier.name(), verifier.id(), bytes);
    }

    private static String head(VerifierKey verifier) {
        return PRIVATE + verifier.name() + "+" + HexFormat.of().toHexDigits(verifier.id()) + "+";
    }

    @Override
    public String toString() {
        return "PRIVATE KEY of " + verifier;
    }
}
