package org.yiti.identity.secret;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import org.yiti.kernel.Sha256;

/** Something that nobody guesses, given to one person; we keep its hash. */
public final class Token {

    private static final int BYTES = 32;
    private static final SecureRandom CHANCE = new SecureRandom();

    private Token() {}

    /** 256 bits, as 43 characters of base64url. */
    public static String draw() {
        var bytes = new byte[BYTES];
        CHANCE.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** SHA-256: what has 256 bits of chance in it needs no slow hash. */
    public static byte[] hash(String token) {
        return Sha256.digest().digest(token.getBytes(StandardCharsets.UTF_8));
    }
}
