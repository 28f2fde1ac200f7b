package org.yiti.identity.passkey;

import java.util.Base64;

/** How bytes travel to and from a browser. */
final class Base64Url {

    private Base64Url() {}

    static String of(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** Nothing for what is no base64url. */
    static byte[] bytes(String text) {
        try {
            return Base64.getUrlDecoder().decode(text);
        } catch (IllegalArgumentException other) {
            return new byte[0];
        }
    }
}
