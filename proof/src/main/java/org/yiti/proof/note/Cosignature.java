package org.yiti.proof.note;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Arrays;

/** What a witness signs: the time, and that this is the largest tree it has seen, consistent with all it saw before. */
final class Cosignature implements Signatures {

    private final Ed25519 ed25519 = new Ed25519();

    @Override
    public Pair generate(SecureRandom random) {
        return ed25519.generate(random);
    }

    @Override
    public void check(byte[] open) {
        ed25519.check(open);
    }

    @Override
    public byte[] sign(byte[] secret, byte[] text, Instant at, SecureRandom random) {
        var signature = ed25519.sign(secret, dated(at.getEpochSecond(), text), at, random);
        return ByteBuffer.allocate(Long.BYTES + Ed25519.SIGNATURE)
                .putLong(at.getEpochSecond())
                .put(signature)
                .array();
    }

    @Override
    public boolean verify(byte[] open, byte[] text, byte[] signature) {
        if (signature.length != Long.BYTES + Ed25519.SIGNATURE) {
            return false;
        }
        var seconds = ByteBuffer.wrap(signature).getLong();
        var bare = Arrays.copyOfRange(signature, Long.BYTES, signature.length);
        return seconds >= 0 && ed25519.verify(open, dated(seconds, text), bare);
    }

    private static byte[] dated(long seconds, byte[] text) {
        var head = ("cosignature/v1\ntime " + seconds + "\n").getBytes(StandardCharsets.US_ASCII);
        var dated = Arrays.copyOf(head, head.length + text.length);
        System.arraycopy(text, 0, dated, head.length, text.length);
        return dated;
    }
}
