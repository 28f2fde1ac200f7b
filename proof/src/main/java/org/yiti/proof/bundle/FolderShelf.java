package org.yiti.proof.bundle;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.yiti.proof.ProofRefused;
import org.yiti.proof.Refusal;

/** Plain files below a folder. Links are refused: they lead out of it. */
final class FolderShelf implements Shelf {

    private final Path folder;
    private final Set<String> names = new LinkedHashSet<>();

    FolderShelf(Path folder) {
        this.folder = folder;
        try {
            Files.walkFileTree(folder, new Lister());
        } catch (IOException unreadable) {
            throw new ProofRefused(Refusal.BUNDLE_UNREADABLE, Map.of("file", String.valueOf(folder)));
        }
    }

    @Override
    public Set<String> names() {
        return names;
    }

    @Override
    public byte[] read(String name, int most) {
        if (!names.contains(name)) {
            throw new ProofRefused(Refusal.FILE_ABSENT, Map.of("file", name));
        }
        try (var in = Files.newInputStream(folder.resolve(name))) {
            var bytes = in.readNBytes(most);
            if (in.read() >= 0) {
                throw new ProofRefused(Refusal.FILE_TOO_LARGE, Map.of("file", name, "most", most));
            }
            return bytes;
        } catch (IOException unreadable) {
            throw new ProofRefused(Refusal.FILE_UNREADABLE, Map.of("file", name));
        }
    }

    @Override
    public void close() {
        // Every file was closed after reading.
    }

    private final class Lister extends SimpleFileVisitor<Path> {
        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            var name = String.valueOf(folder.relativize(file))
                    .replace(file.getFileSystem().getSeparator(), "/");
            if (!attributes.isRegularFile()) {
                throw new ProofRefused(Refusal.FILE_NAME_UNFIT, Map.of("file", name));
            }
            names.add(name);
            if (names.size() > MOST_FILES) {
                throw new ProofRefused(Refusal.BUNDLE_OF_TOO_MANY_FILES, Map.of("most", MOST_FILES));
            }
            return FileVisitResult.CONTINUE;
        }
    }
}
