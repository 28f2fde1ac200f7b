package org.yiti.bench;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** PostgreSQL as a server of others, in processes of ours, which can be killed and come back on the same data. */
final class Postgres implements AutoCloseable {

    private static final List<String> SETTINGS = List.of(
            "fsync=on",
            "full_page_writes=on",
            "synchronous_commit=on",
            "max_connections=60",
            "shared_buffers=512MB",
            "work_mem=32MB",
            "max_wal_size=2GB",
            "timezone=Asia/Shanghai",
            "jit=off",
            "unix_socket_directories=");

    private final Path data;
    private final Path program;
    private final int port;
    private Process process;

    private Postgres(Path folder, Path program, int port) throws IOException {
        this.data = folder.resolve("postgres");
        this.program = program;
        this.port = port;
        this.process = launch();
    }

    /** On a folder that is made when it is not there. */
    static Postgres on(Path folder) throws IOException, InterruptedException {
        Files.createDirectories(folder);
        var programs = folder.resolve("postgres-program").toAbsolutePath();
        if (!Files.exists(folder.resolve("postgres/postmaster.opts"))) {
            EmbeddedPostgres.builder()
                    .setDataDirectory(folder.resolve("postgres").toAbsolutePath())
                    .setCleanDataDirectory(false)
                    .setOverrideWorkingDirectory(programs.toFile())
                    .setRegisterShutdownHook(false)
                    .setLocaleConfig("locale-provider", "builtin")
                    .setLocaleConfig("builtin-locale", "C.UTF-8")
                    .setLocaleConfig("locale", "C.UTF-8")
                    .setLocaleConfig("encoding", "UTF8")
                    .start()
                    .close();
        }
        try (Stream<Path> found = Files.walk(programs, 3)) {
            var program = found.filter(path -> path.endsWith("bin/postgres"))
                    .findFirst()
                    .orElseThrow();
            var postgres = new Postgres(folder.toAbsolutePath(), program, ServerProcess.freePort());
            postgres.await();
            return postgres;
        }
    }

    private Process launch() throws IOException {
        var command = new ArrayList<String>();
        if (System.getProperty("user.name").equals("root")) {
            command.addAll(List.of("unshare", "-U"));
        }
        command.addAll(List.of(program.toString(), "-D", data.toString(), "-p", String.valueOf(port)));
        SETTINGS.forEach(setting -> command.addAll(List.of("-c", setting)));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        data.resolveSibling("postgres.log").toFile()))
                .start();
    }

    String url() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
    }

    Connection connect() throws SQLException {
        return DriverManager.getConnection(url(), "postgres", "");
    }

    /** Seconds of CPU that it and those who work for it have taken; those who are gone are not counted. */
    double cpuSeconds() {
        return java.util.stream.Stream.concat(java.util.stream.Stream.of(process.toHandle()), process.descendants())
                        .flatMap(handle -> handle.info().totalCpuDuration().stream())
                        .mapToLong(java.time.Duration::toMillis)
                        .sum()
                / 1e3;
    }

    private void await() throws InterruptedException {
        var until = System.nanoTime() + TimeUnit.MINUTES.toNanos(5);
        while (true) {
            try (var connection = connect()) {
                return;
            } catch (SQLException notYet) {
                if (System.nanoTime() > until) {
                    throw new IllegalStateException("PostgreSQL does not come back", notYet);
                }
                Thread.sleep(50);
            }
        }
    }

    /** Killed in the middle of whatever it does, and started again on what it left. */
    void killAndRestart() throws IOException, InterruptedException {
        process.destroyForcibly();
        process.waitFor();
        // Its children notice by themselves; while one lives, the shared memory is taken.
        do {
            Thread.sleep(50);
            if (!process.isAlive()) {
                process = launch();
            }
            Thread.sleep(200);
        } while (!process.isAlive());
        await();
    }

    @Override
    public void close() throws IOException, InterruptedException {
        // SIGINT, which Java itself cannot send, is PostgreSQL's fast way down.
        new ProcessBuilder("kill", "-INT", String.valueOf(process.pid()))
                .start()
                .waitFor();
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
    }
}
