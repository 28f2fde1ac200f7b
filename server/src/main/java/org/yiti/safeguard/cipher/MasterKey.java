package org.yiti.safeguard.cipher;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.yiti.kernel.Refused;
import org.yiti.proof.note.KeyFile;
import org.yiti.safeguard.SafeguardRefusal;

/** Wraps all other keys. It lies in a file for its owner's eyes only, not in the database: whoever has the one has nothing. */
@Component
class MasterKey {

    private static final int BYTES = 32;

    private final Path file;
    private final SecureRandom random = new SecureRandom();
    private byte @Nullable [] wrapping;

    MasterKey(@Value("${yiti.key-folder}") String folder) {
        this.file = Path.of(folder).toAbsolutePath().resolve("master.key");
    }

    byte[] wrap(byte[] secret, String... use) {
        var nonce = new byte[Aead.NONCE_BYTES];
        random.nextBytes(nonce);
        var sealed = Aead.SM4.encrypt(wrapping(), nonce, secret, Derived.joined(use));
        return ByteBuffer.allocate(nonce.length + sealed.length)
                .put(nonce)
                .put(sealed)
                .array();
    }

    byte[] unwrap(byte[] wrapped, String... use) {
        return Aead.SM4.decrypt(
                wrapping(),
                Arrays.copyOf(wrapped, Aead.NONCE_BYTES),
                Arrays.copyOfRange(wrapped, Aead.NONCE_BYTES, wrapped.length),
                Derived.joined(use));
    }

    /** Another one would open nothing of what is there. */
    void makeIfAbsent() {
        if (Files.exists(file)) {
            return;
        }
        var key = new byte[BYTES];
        random.nextBytes(key);
        try {
            Files.createDirectories(file.getParent());
            KeyFile.write(file, List.of(HexFormat.of().formatHex(key)));
        } catch (FileAlreadyExistsException otherServer) {
            // It has made one for both.
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private synchronized byte[] wrapping() {
        var known = wrapping;
        if (known == null) {
            known = Derived.key(read(), new byte[0], Aead.SM4.keyBytes(), "yiti", "wrap");
            wrapping = known;
        }
        return known;
    }

    private byte[] read() {
        try {
            return HexFormat.of().parseHex(Files.readString(file, US_ASCII).strip());
        } catch (IOException | IllegalArgumentException unreadable) {
            throw new Refused(SafeguardRefusal.MASTER_KEY_ABSENT, Map.of("file", file));
        }
    }
}
