package org.yiti.proof.note;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.HexFormat;
import org.bouncycastle.crypto.CryptoException;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.params.ParametersWithID;
import org.bouncycastle.crypto.params.ParametersWithRandom;
import org.bouncycastle.crypto.signers.SM2Signer;
import org.bouncycastle.math.ec.FixedPointCombMultiplier;
import org.bouncycastle.math.ec.custom.gm.SM2P256V1Curve;
import org.bouncycastle.util.BigIntegers;
import org.yiti.proof.ProofRefused;
import org.yiti.proof.Refusal;

/**
 * GB/T 32918.2 over the curve of GB/T 32918.5, with SM3 and the default user of GB/T 35276. Public keys are uncompressed
 * points (65 bytes), secret keys 32 bytes, signatures DER: SEQUENCE of r and s, and nothing after it.
 */
final class Sm2 implements Signatures {

    private static final int SECRET = 32;
    private static final int OPEN = 65;
    private static final byte[] USER = "1234567812345678".getBytes(StandardCharsets.US_ASCII);
    private static final ECDomainParameters CURVE = curve();

    @Override
    public Pair generate(SecureRandom random) {
        var most = CURVE.getN().subtract(BigInteger.TWO);
        BigInteger secret;
        do {
            secret = new BigInteger(CURVE.getN().bitLength(), random);
        } while (secret.signum() == 0 || secret.compareTo(most) > 0);
        var open = new FixedPointCombMultiplier().multiply(CURVE.getG(), secret).normalize();
        return new Pair(open.getEncoded(false), BigIntegers.asUnsignedByteArray(SECRET, secret));
    }

    @Override
    public void check(byte[] open) {
        open(open);
    }

    @Override
    public byte[] sign(byte[] secret, byte[] text, Instant at, SecureRandom random) {
        var number = new BigInteger(1, secret);
        if (secret.length != SECRET
                || number.signum() == 0
                || number.compareTo(CURVE.getN().subtract(BigInteger.TWO)) > 0) {
            throw new ProofRefused(Refusal.KEY_MALFORMED);
        }
        try {
            var signer = new SM2Signer();
            var key = new ParametersWithRandom(new ECPrivateKeyParameters(number, CURVE), random);
            signer.init(true, new ParametersWithID(key, USER));
            signer.update(text, 0, text.length);
            return signer.generateSignature();
        } catch (CryptoException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public boolean verify(byte[] open, byte[] text, byte[] signature) {
        var verifier = new SM2Signer();
        verifier.init(false, new ParametersWithID(open(open), USER));
        verifier.update(text, 0, text.length);
        return verifier.verifySignature(signature);
    }

    private static ECPublicKeyParameters open(byte[] key) {
        try {
            if (key.length == OPEN && key[0] == 4) {
                return new ECPublicKeyParameters(CURVE.getCurve().decodePoint(key), CURVE);
            }
        } catch (IllegalArgumentException notOnTheCurve) {
            // The same answer as below.
        }
        throw new ProofRefused(Refusal.KEY_MALFORMED);
    }

    private static ECDomainParameters curve() {
        var curve = new SM2P256V1Curve();
        var generator = curve.decodePoint(HexFormat.of()
                .parseHex("0432c4ae2c1f1981195f9904466a39c9948fe30bbff2660be1715a4589334c74c7"
                        + "bc3736a2f4f6779c59bdcee36b692153d0a9877cc62a474002df32e52139f0a0"));
        return new ECDomainParameters(curve, generator, curve.getOrder(), curve.getCofactor());
    }
}
