package org.yiti.ledger.paper;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file that has come in whole and has been looked at; it lies on this machine only until it is kept or refused. */
record Arrival(Path path, FileName name, FileType type, long size, String sha256) implements AutoCloseable {

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(path);
    }
}
