package org.yiti.kernel.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The PostgreSQL that runs on a folder, if one does. */
final class Postmaster {

    private static final int PATIENCE_SECONDS = 120;

    private final Path pidFile;

    Postmaster(Path data) {
        this.pidFile = data.resolve("postmaster.pid");
    }

    /**
     * Stops it without waiting for those who are connected: nobody is left who could be, or their server was killed and
     * what they asked for is void.
     *
     * @return false when none was running
     */
    boolean stop() throws IOException {
        var server = find();
        if (server.isEmpty()) {
            Files.deleteIfExists(pidFile);
            return false;
        }
        interrupt(server.get().pid());
        // The file goes when the server is down; the process itself may stay a zombie where nobody reaps it.
        for (var waited = 0; Files.exists(pidFile); waited++) {
            if (waited == PATIENCE_SECONDS * 10) {
                throw new IOException("PostgreSQL (process " + server.get().pid() + ") does not stop");
            }
            pause();
        }
        return true;
    }

    /** A process of that number may be somebody else's by now: it must be a server and name the folder that stands in the file. */
    private Optional<ProcessHandle> find() throws IOException {
        if (!Files.exists(pidFile)) {
            return Optional.empty();
        }
        var lines = Files.readAllLines(pidFile);
        if (lines.size() < 2 || !lines.get(0).strip().matches("\\d+")) {
            return Optional.empty();
        }
        return ProcessHandle.of(Long.parseLong(lines.get(0).strip()))
                .filter(ProcessHandle::isAlive)
                .filter(process -> process.info().command().orElse("postgres").contains("postgres"))
                .filter(process -> process.info()
                        .arguments()
                        .map(List::of)
                        .map(arguments -> arguments.contains(lines.get(1)))
                        .orElse(true));
    }

    /** SIGINT, which Java itself cannot send, is PostgreSQL's fast way down. */
    private static void interrupt(long process) throws IOException {
        new ProcessBuilder("kill", "-INT", String.valueOf(process)).inheritIO().start();
    }

    private static void pause() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
