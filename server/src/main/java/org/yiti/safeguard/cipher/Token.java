package org.yiti.safeguard.cipher;

import java.util.Base64;
import org.yiti.safeguard.ColumnCipher;

/**
 * A ciphertext as a column holds it: {@code ~2.sm4.key.index.payload}, or {@code ~s…} while it is staged.
 *
 * @param form {@link #NOW}, {@link #STAGED}, or an earlier form
 * @param key id of the data key
 * @param index the blind index; empty in the life line of what was destroyed
 * @param payload nonce, ciphertext and tag
 */
record Token(String form, Aead aead, String key, String index, byte[] payload) {

    /** Bound to its place, its key and its index. */
    static final String NOW = "2";
    /** Of a row of a stage. */
    static final String STAGED = "s";

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
                    parts[0].substring(ColumnCipher.MARK.length()),
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
        return ColumnCipher.MARK + form + "." + aead.code() + "." + key + "." + index + "."
                + Base64.getUrlEncoder().withoutPadding().encodeToString(payload);
    }
}
