package org.yiti.safeguard.cipher;

import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.engines.AESEngine;
import org.bouncycastle.crypto.engines.SM4Engine;
import org.bouncycastle.crypto.modes.GCMBlockCipher;
import org.bouncycastle.crypto.modes.GCMModeCipher;
import org.bouncycastle.crypto.params.AEADParameters;
import org.bouncycastle.crypto.params.KeyParameter;

/** Encryption that notices every change: GB/T 32907 SM4 or AES, in Galois/Counter Mode with a tag of 128 bits. */
enum Aead {
    SM4("sm4", 16) {
        @Override
        GCMModeCipher cipher() {
            return GCMBlockCipher.newInstance(new SM4Engine());
        }
    },
    AES("aes", 32) {
        @Override
        GCMModeCipher cipher() {
            return GCMBlockCipher.newInstance(AESEngine.newInstance());
        }
    };

    static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final String code;
    private final int keyBytes;

    Aead(String code, int keyBytes) {
        this.code = code;
        this.keyBytes = keyBytes;
    }

    abstract GCMModeCipher cipher();

    String code() {
        return code;
    }

    int keyBytes() {
        return keyBytes;
    }

    static Aead of(String code) {
        for (var one : values()) {
            if (one.code.equals(code)) {
                return one;
            }
        }
        throw new CannotOpen("no cipher is called " + code);
    }

    byte[] encrypt(byte[] key, byte[] nonce, byte[] plain, byte[] aad) {
        return process(true, key, nonce, plain, aad);
    }

    /** @throws CannotOpen when anything of it is not as it was encrypted */
    byte[] decrypt(byte[] key, byte[] nonce, byte[] sealed, byte[] aad) {
        return process(false, key, nonce, sealed, aad);
    }

    private byte[] process(boolean encrypting, byte[] key, byte[] nonce, byte[] in, byte[] aad) {
        var cipher = cipher();
        cipher.init(encrypting, new AEADParameters(new KeyParameter(key), TAG_BITS, nonce, aad));
        var out = new byte[cipher.getOutputSize(in.length)];
        try {
            var n = cipher.processBytes(in, 0, in.length, out, 0);
            cipher.doFinal(out, n);
            return out;
        } catch (InvalidCipherTextException altered) {
            throw new CannotOpen("it was altered, or belongs elsewhere");
        }
    }
}
