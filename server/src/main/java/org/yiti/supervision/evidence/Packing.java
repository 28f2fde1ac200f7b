package org.yiti.supervision.evidence;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.yiti.proof.bundle.ShelfWriter;
import org.yiti.proof.note.Manifest;
import org.yiti.proof.tree.Hashing;
import org.yiti.proof.tree.RunningHash;

/** Files go into the package as they are made; what is remembered of each is how long it is and its hashes. */
final class Packing {

    private final ShelfWriter shelf;
    private final List<Manifest.Entry> entries = new ArrayList<>();
    private final Set<String> paths = new HashSet<>();
    private long size;

    Packing(ShelfWriter shelf) {
        this.shelf = shelf;
    }

    void put(String path, byte[] content) {
        put(path, out -> out.write(content));
    }

    /** What was packed under this path already is the same, and is not packed again. */
    void put(String path, ShelfWriter.Content content) {
        if (!paths.add(path)) {
            return;
        }
        try {
            shelf.write(path, out -> {
                var measured = new Measured(out);
                content.writeTo(measured);
                entries.add(new Manifest.Entry(path, measured.length, measured.hash.done()));
                size += measured.length;
            });
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** So far, by path. */
    List<Manifest.Entry> entries() {
        return entries.stream()
                .sorted(Comparator.comparing(Manifest.Entry::path))
                .toList();
    }

    /** Bytes so far, unpacked. */
    long size() {
        return size;
    }

    private static final class Measured extends OutputStream {

        private final OutputStream out;
        private final RunningHash hash = Hashing.BOTH.running();
        private long length;

        Measured(OutputStream out) {
            this.out = out;
        }

        @Override
        public void write(int one) throws IOException {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int count) throws IOException {
            out.write(bytes, from, count);
            hash.update(bytes, from, count);
            length += count;
        }
    }
}
