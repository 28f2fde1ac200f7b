package org.yiti.kernel.file;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Encrypts files as they are kept, piece by piece. What it writes belongs to one place of one file: put elsewhere it cannot
 * be opened.
 */
public interface ChunkCipher {

    /** @param key that it is encrypted with; null when it was kept before files were encrypted */
    record Kept(@Nullable String key, byte[] bytes) {}

    Kept seal(ChunkTable table, UUID file, int n, byte[] plain);

    byte[] open(ChunkTable table, UUID file, int n, Kept kept);

    /** Nothing that was kept of the file is ever opened again, in whatever copy. */
    void destroy(UUID file);
}
