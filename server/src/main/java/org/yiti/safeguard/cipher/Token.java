package org.yiti.safeguard.cipher;

import java.util.Base64;
import org.yiti.safeguard.ColumnCipher;

/**
 * A ciphertext as a column holds it: {@code ~1.sm4.key.index.payload}, or {@code ~s…} while it is staged.
 *
 * @param staged whether it belongs to a row of a stage
 * @param key id of the data key
 * @param index the blind index
 * @param payload nonce, ciphertext and tag
 */
record Token(boolean staged, Aead aead, String key, String index, byte[] payload) {

    private static final int PARTS = 5;

    static boolean is(String stored) {
        return stored.startsWith(ColumnCipher.MARK);
    }

    static Token parse(String stored) {
        var parts = stored.split("\\.", -1);
        if (parts.length != PARTS) {
            throw new CannotOpen("it has " + parts.length + " parts");
        }
        try {
            return new Token(
                    parts[0].equals(ColumnCipher.MARK + "s"),
                    Aead.of(parts[1]),
                    parts[2],
                    parts[3],
                    Base64.getUrlDecoder().decode(parts[4]));
        } catch (IllegalArgumentException noBase64) {
            throw new CannotOpen("it is cut off");
        }
    }

    @Override
    public String toString() {
        return ColumnCipher.MARK + (staged ? "s" : "1") + "." + aead.code() + "." + key + "." + index + "."
                + Base64.getUrlEncoder().withoutPadding().encodeToString(payload);
    }
}
