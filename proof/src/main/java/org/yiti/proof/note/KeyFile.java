package org.yiti.proof.note;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.yiti.proof.ProofRefused;
import org.yiti.proof.Refusal;

/** Keys in files: signing keys for their owner's eyes only, verifier keys for everybody. */
public final class KeyFile {

    private static final long MOST_BYTES = 16 * 1024;

    private KeyFile() {}

    public static void write(Path file, SigningKey key) throws IOException {
        write(file, key.lines());
    }

    /** For its owner's eyes only, and never over another key. */
    public static void write(Path file, List<String> secret) throws IOException {
        var posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
        var owner = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        FileAttribute<?>[] attributes = posix ? new FileAttribute<?>[] {owner} : new FileAttribute<?>[0];
        var options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try (var channel = Files.newByteChannel(file, options, attributes)) {
            var bytes = ByteBuffer.wrap((String.join("\n", secret) + "\n").getBytes(UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        }
    }

    public static SigningKey read(Path file, SecureRandom random) {
        return SigningKey.parse(lines(file), random);
    }

    /** Verifier keys, one a line; empty lines and those that begin with # are passed over. */
    public static List<VerifierKey> readVerifiers(Path file) {
        return lines(file).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(VerifierKey::parse)
                .toList();
    }

    private static List<String> lines(Path file) {
        try {
            if (Files.size(file) <= MOST_BYTES) {
                return Files.readAllLines(file);
            }
        } catch (IOException unreadable) {
            // The same answer as below.
        }
        throw new ProofRefused(Refusal.KEY_FILE_UNREADABLE, Map.of("file", String.valueOf(file)));
    }
}
