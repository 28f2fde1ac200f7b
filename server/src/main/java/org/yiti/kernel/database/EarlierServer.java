package org.yiti.kernel.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A PostgreSQL that outlived a killed server. It is asked to stop before a new one starts on the same data. */
final class EarlierServer {

    private static final Logger log = LoggerFactory.getLogger(EarlierServer.class);
    private static final int PATIENCE_SECONDS = 60;

    private EarlierServer() {}

    static void stop(Path data) throws IOException {
        var pidFile = data.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return;
        }
        var server = find(pidFile);
        if (server.isEmpty()) {
            Files.deleteIfExists(pidFile);
            return;
        }
        log.info("A PostgreSQL of an earlier run still holds the data; asking it to stop");
        server.get().destroy();
        // The file goes when the server is down; the process itself may stay a zombie where nobody reaps it.
        for (var waited = 0; Files.exists(pidFile) && waited < PATIENCE_SECONDS * 10; waited++) {
            pause();
        }
        if (Files.exists(pidFile)) {
            throw new IOException("another PostgreSQL (process " + server.get().pid() + ") holds it and does not stop");
        }
    }

    private static Optional<ProcessHandle> find(Path pidFile) throws IOException {
        var lines = Files.readAllLines(pidFile);
        if (lines.isEmpty() || !lines.get(0).strip().matches("\\d+")) {
            return Optional.empty();
        }
        return ProcessHandle.of(Long.parseLong(lines.get(0).strip()))
                .filter(ProcessHandle::isAlive)
                .filter(process -> process.info().command().orElse("postgres").contains("postgres"));
    }

    private static void pause() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
