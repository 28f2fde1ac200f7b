package org.yiti.safeguard.cipher;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.yiti.kernel.file.ChunkCipher;
import org.yiti.kernel.file.ChunkTable;

/**
 * Files under the same data keys as sealed columns, each with a secret of its own, that goes with it. A key is written
 * {@code sm4.k…}: the cipher, and the data key.
 */
@Component
class SealedFiles implements ChunkCipher {

    private final DataKeys keys;
    private final Subjects subjects;
    private final AllSealed all;
    private final Aead aead;
    private final SecureRandom random = new SecureRandom();

    SealedFiles(DataKeys keys, Subjects subjects, AllSealed all, @Value("${yiti.cipher:sm4}") String cipher) {
        this.all = all;
        this.keys = keys;
        this.subjects = subjects;
        this.aead = Aead.of(cipher.toLowerCase(Locale.ROOT));
    }

    @Override
    public Kept seal(ChunkTable table, UUID file, int n, byte[] plain) {
        var secret = Objects.requireNonNull(subjects.of(List.of(file)).get(file));
        var with = keys.current();
        var key = aead.code() + "." + with.id();
        var nonce = new byte[Aead.NONCE_BYTES];
        random.nextBytes(nonce);
        var sealed = aead.encrypt(key(with, aead, secret, table), nonce, plain, bound(key, table, file, n));
        return new Kept(
                key,
                ByteBuffer.allocate(nonce.length + sealed.length)
                        .put(nonce)
                        .put(sealed)
                        .array());
    }

    @Override
    public byte[] open(ChunkTable table, UUID file, int n, Kept kept) {
        var key = kept.key();
        if (key == null) {
            all.refusePlain(table.name());
            return kept.bytes();
        }
        var secret = subjects.find(file);
        return opened(secret, key, kept.bytes(), table, file, n);
    }

    private byte[] opened(byte @Nullable [] secret, String key, byte[] bytes, ChunkTable table, UUID file, int n) {
        var parts = key.split("\\.", -1);
        if (secret == null || parts.length != 2 || bytes.length < Aead.NONCE_BYTES) {
            throw new CannotOpen(secret == null ? "its secret was destroyed" : "it is cut off");
        }
        var with = Aead.of(parts[0]);
        return with.decrypt(
                key(keys.get(parts[1]), with, secret, table),
                Arrays.copyOf(bytes, Aead.NONCE_BYTES),
                Arrays.copyOfRange(bytes, Aead.NONCE_BYTES, bytes.length),
                bound(key, table, file, n));
    }

    @Override
    public void destroy(UUID file) {
        subjects.destroy(file);
    }

    private static byte[] key(DataKeys.DataKey key, Aead aead, byte[] secret, ChunkTable table) {
        return Derived.key(key.secret(), secret, aead.keyBytes(), "yiti", "file", aead.code(), table.name());
    }

    private static byte[] bound(String key, ChunkTable table, UUID file, int n) {
        return Derived.joined(key, table.name(), file.toString(), Integer.toString(n));
    }
}
