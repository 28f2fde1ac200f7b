package org.yiti.kernel.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** PostgreSQL in the data folder: it is there for this server alone and survives restarts and killed processes. */
final class EmbeddedDatabase implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(EmbeddedDatabase.class);

    private final DataFolder folder;
    private final String url;

    private EmbeddedDatabase(DataFolder folder, String url) {
        this.folder = folder;
        this.url = url;
    }

    static EmbeddedDatabase start(DataFolder folder) {
        try {
            if (new Postmaster(folder.postgres()).stop()) {
                log.info("The PostgreSQL that a killed server has left behind is stopped");
            }
            removeHalfMade(folder.postgres());
            var begun = System.nanoTime();
            var postgres = postgres(folder).start();
            log.info(
                    "Embedded PostgreSQL is up on port {} after {} ms, its data in {}",
                    postgres.getPort(),
                    (System.nanoTime() - begun) / 1_000_000,
                    folder.postgres());
            try (var superuser = postgres.getPostgresDatabase().getConnection()) {
                ServerAccount.make(superuser);
            }
            // An account that stands in the address comes before any other.
            return new EmbeddedDatabase(folder, "jdbc:postgresql://localhost:" + postgres.getPort() + "/postgres");
        } catch (IOException | SQLException | IllegalStateException failure) {
            throw new StartRefused(
                    "The embedded PostgreSQL does not start: " + reason(folder.words(), failure) + " (see "
                            + folder.words() + ")",
                    failure);
        }
    }

    private static EmbeddedPostgres.Builder postgres(DataFolder folder) {
        return EmbeddedPostgres.builder()
                .setDataDirectory(folder.postgres())
                .setCleanDataDirectory(false)
                .setOverrideWorkingDirectory(folder.program().toFile())
                .setRegisterShutdownHook(false)
                .setOutputRedirector(ProcessBuilder.Redirect.to(folder.words().toFile()))
                .setErrorRedirector(ProcessBuilder.Redirect.to(folder.words().toFile()))
                .setPGStartupWait(Duration.ofSeconds(120))
                .setLocaleConfig("locale-provider", "builtin")
                .setLocaleConfig("builtin-locale", "C.UTF-8")
                .setLocaleConfig("locale", "C.UTF-8")
                .setLocaleConfig("encoding", "UTF8")
                .setServerConfig("fsync", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("max_connections", "60")
                .setServerConfig("shared_buffers", "512MB")
                .setServerConfig("work_mem", "32MB")
                .setServerConfig("maintenance_work_mem", "256MB")
                .setServerConfig("max_wal_size", "2GB")
                .setServerConfig("timezone", "Asia/Shanghai")
                .setServerConfig("jit", "off")
                // What people typed does not belong into a log.
                .setServerConfig("log_error_verbosity", "terse")
                .setServerConfig("log_min_error_statement", "panic")
                .setServerConfig("log_checkpoints", "off");
    }

    /** A cluster whose making was interrupted has never been started, which leaves {@code postmaster.opts}, and holds nothing. */
    private static void removeHalfMade(Path data) throws IOException {
        if (!Files.exists(data) || Files.exists(data.resolve("postmaster.opts"))) {
            return;
        }
        makers(data).forEach(maker -> {
            maker.descendants().forEach(ProcessHandle::destroyForcibly);
            maker.destroyForcibly();
            maker.onExit().join();
        });
        try (var files = Files.walk(data)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private static Stream<ProcessHandle> makers(Path data) {
        return ProcessHandle.allProcesses().filter(process -> {
            var arguments = List.of(process.info().arguments().orElse(new String[0]));
            return process.info().command().orElse("").endsWith("initdb") && arguments.contains(data.toString());
        });
    }

    private static String reason(Path words, Exception failure) {
        try (var lines = Files.lines(words)) {
            return lines.filter(line -> line.contains("FATAL") || line.contains("PANIC") || line.contains("error:"))
                    .findFirst()
                    .orElseGet(() -> String.valueOf(failure.getMessage()));
        } catch (IOException | UncheckedIOException unreadable) {
            return String.valueOf(failure.getMessage());
        }
    }

    String url() {
        return url;
    }

    /** Fast, however long the last checkpoint takes. */
    @Override
    public void close() {
        try {
            new Postmaster(folder.postgres()).stop();
        } catch (IOException failure) {
            log.warn("PostgreSQL did not stop cleanly, which the next start makes good: {}", failure.getMessage());
        }
        folder.close();
    }
}
