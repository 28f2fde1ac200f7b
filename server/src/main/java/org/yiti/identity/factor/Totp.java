package org.yiti.identity.factor;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;
import javax.crypto.spec.SecretKeySpec;

/** Codes of RFC 6238 as every authenticator app shows them: SHA-1, six digits, thirty seconds. */
final class Totp {

    static final int SECRET_BYTES = 20;
    private static final long STEP_SECONDS = 30;
    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final SecureRandom CHANCE = new SecureRandom();
    private static final TimeBasedOneTimePasswordGenerator CODES =
            new TimeBasedOneTimePasswordGenerator(Duration.ofSeconds(STEP_SECONDS), 6);

    private Totp() {}

    static byte[] drawSecret() {
        var secret = new byte[SECRET_BYTES];
        CHANCE.nextBytes(secret);
        return secret;
    }

    /** The code of a moment. */
    static String code(byte[] secret, Instant at) {
        try {
            return CODES.generateOneTimePasswordString(new SecretKeySpec(secret, "HmacSHA1"), at);
        } catch (InvalidKeyException anyBytesWillDo) {
            throw new IllegalStateException(anyBytesWillDo);
        }
    }

    /**
     * The time step whose code this is, of the present one and those beside it (a clock may be half a minute off);
     * none at or before the last step used, so that a code that was overlooked on a screen is worth nothing.
     */
    static OptionalLong step(byte[] secret, String code, Instant now, long lastUsed) {
        long present = now.getEpochSecond() / STEP_SECONDS;
        var found = OptionalLong.empty();
        for (long step = present - 1; step <= present + 1; step++) {
            var right = code(secret, Instant.ofEpochSecond(step * STEP_SECONDS));
            boolean same = MessageDigest.isEqual(
                    right.getBytes(StandardCharsets.US_ASCII), code.getBytes(StandardCharsets.UTF_8));
            if (same && step > lastUsed) {
                found = OptionalLong.of(step);
            }
        }
        return found;
    }

    /** RFC 4648 base32 without padding: what one types where no camera is. */
    static String base32(byte[] secret) {
        var text = new StringBuilder();
        int held = 0;
        int bits = 0;
        for (byte one : secret) {
            held = held << 8 | one & 0xff;
            bits += 8;
            while (bits >= 5) {
                text.append(ALPHABET.charAt(held >> bits - 5 & 31));
                bits -= 5;
            }
        }
        if (bits > 0) {
            text.append(ALPHABET.charAt(held << 5 - bits & 31));
        }
        return text.toString();
    }

    /** What the picture to be scanned says. */
    static String address(String account, byte[] secret) {
        return "otpauth://totp/Yiti:"
                + URLEncoder.encode(account, StandardCharsets.UTF_8).replace("+", "%20") + "?secret=" + base32(secret)
                + "&issuer=Yiti";
    }
}
