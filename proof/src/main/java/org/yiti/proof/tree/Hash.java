package org.yiti.proof.tree;

import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import org.yiti.proof.Base64Text;

/** The value of a node: 32 bytes, or 64 where SHA-256 and SM3 stand side by side. Immutable. */
public final class Hash {

    private final byte[] bytes;

    /** Takes the bytes as its own: they must not be written any more. */
    Hash(byte[] bytes) {
        this.bytes = bytes;
    }

    public static Hash of(byte[] bytes) {
        return new Hash(bytes.clone());
    }

    public static Hash ofBase64(String text) {
        return new Hash(Base64Text.decode(text));
    }

    /** What {@link Hashing#BOTH} makes of the two. */
    public static Hash both(Hash sha256, Hash sm3) {
        var bytes = new byte[Hashing.BOTH.length()];
        Hashing.SHA_256.check(sha256).copyTo(bytes, 0);
        Hashing.SM3.check(sm3).copyTo(bytes, HashFunction.LENGTH);
        return new Hash(bytes);
    }

    public int length() {
        return bytes.length;
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    public void copyTo(byte[] into, int at) {
        System.arraycopy(bytes, 0, into, at, bytes.length);
    }

    public String base64() {
        return Base64Text.encode(bytes);
    }

    byte[] own() {
        return bytes;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Hash hash && MessageDigest.isEqual(bytes, hash.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return HexFormat.of().formatHex(bytes);
    }
}
