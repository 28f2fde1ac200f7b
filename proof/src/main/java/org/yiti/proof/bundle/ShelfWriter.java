package org.yiti.proof.bundle;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Where a bundle is written to. */
public interface ShelfWriter extends Closeable {

    /** A file that is written while it is made. The stream is not for it to close. */
    interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    void write(String name, Content content) throws IOException;

    default void write(String name, byte[] content) throws IOException {
        write(name, out -> out.write(content));
    }

    static ShelfWriter folder(Path folder) {
        return new ShelfWriter() {
            @Override
            public void write(String name, Content content) throws IOException {
                var file = folder.resolve(name);
                Files.createDirectories(file.resolveSibling(""));
                try (var out = Files.newOutputStream(file)) {
                    content.writeTo(out);
                }
            }

            @Override
            public void close() {
                // Every file was closed after writing.
            }
        };
    }

    /** The same log makes the same ZIP whenever it is written. Closing it closes the stream. */
    static ShelfWriter zip(OutputStream out) {
        var zip = new ZipOutputStream(out);
        return new ShelfWriter() {
            @Override
            public void write(String name, Content content) throws IOException {
                var entry = new ZipEntry(name);
                entry.setTimeLocal(LocalDateTime.of(1980, 1, 1, 0, 0));
                zip.putNextEntry(entry);
                content.writeTo(zip);
                zip.closeEntry();
            }

            @Override
            public void close() throws IOException {
                zip.close();
            }
        };
    }
}
