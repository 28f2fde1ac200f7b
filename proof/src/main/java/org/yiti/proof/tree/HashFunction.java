package org.yiti.proof.tree;

import java.security.DigestException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.bouncycastle.crypto.digests.SM3Digest;

/** SHA-256 or SM3, both 32 bytes long, written without allocating: a check of a log is nothing but millions of these. */
interface HashFunction {

    int LENGTH = 32;

    void update(byte[] bytes, int from, int length);

    void finish(byte[] into, int at);

    static HashFunction sha256() {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return new HashFunction() {
                @Override
                public void update(byte[] bytes, int from, int length) {
                    digest.update(bytes, from, length);
                }

                @Override
                public void finish(byte[] into, int at) {
                    try {
                        digest.digest(into, at, LENGTH);
                    } catch (DigestException impossible) {
                        throw new IllegalStateException(impossible);
                    }
                }
            };
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    static HashFunction sm3() {
        var digest = new SM3Digest();
        return new HashFunction() {
            @Override
            public void update(byte[] bytes, int from, int length) {
                digest.update(bytes, from, length);
            }

            @Override
            public void finish(byte[] into, int at) {
                digest.doFinal(into, at);
            }
        };
    }
}
