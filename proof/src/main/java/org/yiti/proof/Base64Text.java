package org.yiti.proof;

import java.util.Base64;
import java.util.Map;

/** Base64 (RFC 4648 §4) of which one value has one text: Java's decoder lets missing padding and stray last bits pass. */
public final class Base64Text {

    private static final int SHOWN = 80;

    private Base64Text() {}

    public static String encode(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    public static byte[] decode(String text) {
        try {
            var bytes = Base64.getDecoder().decode(text);
            if (encode(bytes).equals(text)) {
                return bytes;
            }
        } catch (IllegalArgumentException malformed) {
            // The same answer as below.
        }
        throw new ProofRefused(
                Refusal.BASE64_MALFORMED, Map.of("text", text.substring(0, Math.min(SHOWN, text.length()))));
    }
}
