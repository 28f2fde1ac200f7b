package org.yiti.ledger.paper;

import static java.nio.charset.StandardCharsets.UTF_16LE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;

/**
 * The names of what is in an OLE compound file, which WPS writes. Looked for wherever an entry can stand: following the
 * chains of a hostile file is not worth its traps.
 */
final class CompoundNames {

    static final String MAGIC = "\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1";

    private static final int ENTRY = 128;
    private static final int LONGEST = 64;
    private static final int LENGTH_AT = 64;
    private static final int TYPE_AT = 66;
    private static final int STORAGE = 1;
    private static final int STREAM = 2;

    private CompoundNames() {}

    static Set<String> of(Path file) throws IOException {
        var names = new HashSet<String>();
        try (var stream = Files.newInputStream(file)) {
            var block = new byte[ENTRY * 512];
            for (int read; (read = stream.readNBytes(block, 0, block.length)) > 0; ) {
                for (var at = 0; at + ENTRY <= read; at += ENTRY) {
                    add(names, ByteBuffer.wrap(block, at, ENTRY).slice().order(ByteOrder.LITTLE_ENDIAN));
                }
            }
        }
        return names;
    }

    private static void add(Set<String> names, ByteBuffer entry) {
        var length = entry.getShort(LENGTH_AT);
        var type = entry.get(TYPE_AT);
        if ((type == STORAGE || type == STREAM) && length > 2 && length <= LONGEST && length % 2 == 0) {
            names.add(new String(entry.array(), entry.arrayOffset(), length - 2, UTF_16LE));
        }
    }
}
