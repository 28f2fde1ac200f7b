package org.yiti.meters.mohurd;

import static org.yiti.meters.MeterRefusal.CIPHER_TEXT_MALFORMED;
import static org.yiti.meters.MeterRefusal.KEY_MALFORMED;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Map;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.yiti.meters.MeterRefused;
import org.yiti.meters.Octets;

/**
 * AES-128-CBC whose vector is the key, padded with noughts: as the guide has it, and worth no more than that. Text after
 * the last &gt; is padding.
 */
public final class PayloadCipher {

    private static final int BLOCK = 16;

    private final SecretKeySpec key;
    private final IvParameterSpec vector;
    private final Charset charset;

    private PayloadCipher(byte[] key, Charset charset) {
        this.key = new SecretKeySpec(key, "AES");
        this.vector = new IvParameterSpec(key);
        this.charset = charset;
    }

    public static PayloadCipher of(String key) {
        return of(key, StandardCharsets.UTF_8);
    }

    /** Ningbo's appendix has UTF-16LE. */
    public static PayloadCipher of(String key, Charset charset) {
        var bytes = key.getBytes(StandardCharsets.US_ASCII);
        if (bytes.length != BLOCK || !new String(bytes, StandardCharsets.US_ASCII).equals(key)) {
            throw new MeterRefused(KEY_MALFORMED, Map.of("bytes", BLOCK));
        }
        return new PayloadCipher(bytes, charset);
    }

    public Octets encrypt(String xml) {
        var bytes = xml.getBytes(charset);
        return Octets.of(run(Cipher.ENCRYPT_MODE, Arrays.copyOf(bytes, (bytes.length + BLOCK - 1) / BLOCK * BLOCK)));
    }

    public String decrypt(Octets payload) {
        if (payload.length() == 0 || payload.length() % BLOCK != 0) {
            throw new MeterRefused(CIPHER_TEXT_MALFORMED);
        }
        var text = new String(run(Cipher.DECRYPT_MODE, payload.bytes()), charset);
        var end = text.lastIndexOf('>');
        if (end < 0) {
            throw new MeterRefused(CIPHER_TEXT_MALFORMED);
        }
        return text.substring(0, end + 1);
    }

    private byte[] run(int mode, byte[] bytes) {
        try {
            var cipher = Cipher.getInstance("AES/CBC/NoPadding");
            cipher.init(mode, key, vector);
            return cipher.doFinal(bytes);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java has AES", impossible);
        }
    }
}
