package org.yiti.proof.bundle;

import java.io.Closeable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

/** Files by name, in a folder or a ZIP that somebody has handed us: nothing in it is to be trusted. */
public interface Shelf extends Closeable {

    /** A log of a thousand million entries has some twelve million files; nobody hands that over in one piece. */
    int MOST_FILES = 4_000_000;

    Set<String> names();

    /** Refuses what is not there, what is larger than {@code most} bytes, and what cannot be read. */
    byte[] read(String name, int most);

    static Shelf open(Path bundle) {
        return Files.isDirectory(bundle) ? new FolderShelf(bundle) : new ZipShelf(bundle);
    }
}
