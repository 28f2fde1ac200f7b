package org.yiti.simulator;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** What the house has acknowledged, a line each: whatever happens to the house, this must be in it, once. */
public final class Journal implements AutoCloseable {

    /** Keeps nothing. */
    public static final Journal NONE = new Journal(null);

    private final @Nullable BufferedWriter out;

    private Journal(@Nullable BufferedWriter out) {
        this.out = out;
    }

    /** Goes on where it ended. */
    public static Journal in(Path file) {
        try {
            var folder = file.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            return new Journal(Files.newBufferedWriter(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND));
        } catch (IOException failure) {
            throw new UncheckedIOException(file + " cannot be written", failure);
        }
    }

    public synchronized void note(String kind, Object... facts) {
        if (out == null) {
            return;
        }
        try {
            out.write(kind);
            for (var fact : facts) {
                out.write('\t');
                out.write(fact.toString());
            }
            out.write('\n');
        } catch (IOException failure) {
            throw new UncheckedIOException("The journal cannot be written", failure);
        }
    }

    public synchronized void flush() {
        if (out == null) {
            return;
        }
        try {
            out.flush();
        } catch (IOException failure) {
            throw new UncheckedIOException("The journal cannot be written", failure);
        }
    }

    @Override
    public synchronized void close() {
        if (out == null) {
            return;
        }
        try {
            out.close();
        } catch (IOException failure) {
            throw new UncheckedIOException("The journal cannot be written", failure);
        }
    }
}
