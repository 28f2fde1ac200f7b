package org.yiti.safeguard.cipher;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.Base64;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.bouncycastle.crypto.generators.HKDFBytesGenerator;
import org.bouncycastle.crypto.macs.HMac;
import org.bouncycastle.crypto.params.HKDFParameters;
import org.bouncycastle.crypto.params.KeyParameter;

/** Keys made of a key: another for every use, so that none tells of the rest (HKDF of RFC 5869 over SM3). */
final class Derived {

    /**
     * All of 128 bits: whether a row of an import is the one that is there must be told without opening either. Identity
     * numbers are hardly ever equal, so that frequencies tell nothing that truncation would hide.
     */
    private static final int INDEX_BYTES = 16;

    private Derived() {}

    static byte[] key(byte[] from, byte[] salt, int bytes, String... use) {
        var hkdf = new HKDFBytesGenerator(new SM3Digest());
        hkdf.init(new HKDFParameters(from, salt, joined(use)));
        var key = new byte[bytes];
        hkdf.generateBytes(key, 0, bytes);
        return key;
    }

    static String index(byte[] key, String value) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(Arrays.copyOf(mac(key, value.getBytes(UTF_8)), INDEX_BYTES));
    }

    static byte[] mac(byte[] key, byte[] message) {
        var mac = new HMac(new SM3Digest());
        mac.init(new KeyParameter(key));
        mac.update(message, 0, message.length);
        var out = new byte[mac.getMacSize()];
        mac.doFinal(out, 0);
        return out;
    }

    /** No part can run into the next: names have no zeros. */
    static byte[] joined(String... parts) {
        return String.join("\0", parts).getBytes(UTF_8);
    }
}
