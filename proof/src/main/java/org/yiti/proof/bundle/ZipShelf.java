package org.yiti.proof.bundle;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.yiti.proof.ProofRefused;
import org.yiti.proof.Refusal;

/** A ZIP, read where it lies and never unpacked: names that lead elsewhere lead nowhere, and a bomb is cut at the limit. */
final class ZipShelf implements Shelf {

    private final ZipFile zip;
    private final Set<String> names = new LinkedHashSet<>();

    ZipShelf(Path file) {
        this.zip = opened(file);
        try {
            if (zip.size() > MOST_FILES) {
                throw new ProofRefused(Refusal.BUNDLE_OF_TOO_MANY_FILES, Map.of("most", MOST_FILES));
            }
            zip.stream()
                    .filter(entry -> !entry.isDirectory())
                    .map(ZipEntry::getName)
                    .forEach(this::add);
        } catch (IllegalArgumentException nameIsNoText) {
            close();
            throw unreadable(file);
        } catch (ProofRefused refused) {
            close();
            throw refused;
        }
    }

    /** Two files of one name: each reader takes another one. */
    private void add(String name) {
        if (!names.add(name)) {
            throw new ProofRefused(Refusal.FILE_TWICE, Map.of("file", name));
        }
    }

    @Override
    public Set<String> names() {
        return names;
    }

    @Override
    public byte[] read(String name, int most) {
        var entry = names.contains(name) ? zip.getEntry(name) : null;
        if (entry == null) {
            throw new ProofRefused(Refusal.FILE_ABSENT, Map.of("file", name));
        }
        try (var in = zip.getInputStream(entry)) {
            var bytes = in.readNBytes(most);
            if (in.read() >= 0) {
                throw new ProofRefused(Refusal.FILE_TOO_LARGE, Map.of("file", name, "most", most));
            }
            return bytes;
        } catch (IOException | IllegalArgumentException damaged) {
            throw new ProofRefused(Refusal.FILE_UNREADABLE, Map.of("file", name));
        }
    }

    @Override
    public void close() {
        try {
            zip.close();
        } catch (IOException nothingWasWritten) {
            // Nothing to lose.
        }
    }

    private static ZipFile opened(Path file) {
        try {
            return new ZipFile(file.toFile());
        } catch (IOException | IllegalArgumentException | UnsupportedOperationException notAZip) {
            throw unreadable(file);
        }
    }

    private static ProofRefused unreadable(Path file) {
        return new ProofRefused(Refusal.BUNDLE_UNREADABLE, Map.of("file", String.valueOf(file)));
    }
}
