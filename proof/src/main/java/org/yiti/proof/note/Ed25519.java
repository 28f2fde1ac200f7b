package org.yiti.proof.note;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.NamedParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import org.yiti.proof.ProofRefused;
import org.yiti.proof.Refusal;

/** RFC 8032 by the JDK, with bare keys of 32 bytes, which the JDK wants wrapped as RFC 8410 says. */
final class Ed25519 implements Signatures {

    static final int SIGNATURE = 64;
    private static final int KEY = 32;
    private static final byte[] OPEN = HexFormat.of().parseHex("302a300506032b6570032100");
    private static final byte[] SECRET = HexFormat.of().parseHex("302e020100300506032b657004220420");

    @Override
    public Pair generate(SecureRandom random) {
        try {
            var generator = KeyPairGenerator.getInstance("Ed25519");
            generator.initialize(NamedParameterSpec.ED25519, random);
            var pair = generator.generateKeyPair();
            return new Pair(
                    bare(pair.getPublic().getEncoded()), bare(pair.getPrivate().getEncoded()));
        } catch (GeneralSecurityException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    @Override
    public void check(byte[] open) {
        try {
            open(open);
        } catch (GeneralSecurityException malformed) {
            throw new ProofRefused(Refusal.KEY_MALFORMED);
        }
    }

    @Override
    public byte[] sign(byte[] secret, byte[] text, Instant at, SecureRandom random) {
        try {
            var key =
                    KeyFactory.getInstance("Ed25519").generatePrivate(new PKCS8EncodedKeySpec(wrapped(SECRET, secret)));
            var signer = Signature.getInstance("Ed25519");
            signer.initSign(key);
            signer.update(text);
            return signer.sign();
        } catch (GeneralSecurityException malformed) {
            throw new ProofRefused(Refusal.KEY_MALFORMED);
        }
    }

    @Override
    public boolean verify(byte[] open, byte[] text, byte[] signature) {
        try {
            var verifier = Signature.getInstance("Ed25519");
            verifier.initVerify(open(open));
            verifier.update(text);
            return verifier.verify(signature);
        } catch (GeneralSecurityException malformed) {
            return false;
        }
    }

    private static PublicKey open(byte[] key) throws GeneralSecurityException {
        return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(wrapped(OPEN, key)));
    }

    private static byte[] wrapped(byte[] head, byte[] key) {
        if (key.length != KEY) {
            throw new ProofRefused(Refusal.KEY_MALFORMED);
        }
        var wrapped = Arrays.copyOf(head, head.length + KEY);
        System.arraycopy(key, 0, wrapped, head.length, KEY);
        return wrapped;
    }

    private static byte[] bare(byte[] wrapped) {
        return Arrays.copyOfRange(wrapped, wrapped.length - KEY, wrapped.length);
    }
}
