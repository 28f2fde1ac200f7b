package org.yiti;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A PostgreSQL as the system brings it, older than the embedded one: where {@code YITI_OUTSIDE_POSTGRES} says, or where Debian, RedHat and Homebrew keep it. */
public final class OutsidePostgres implements AutoCloseable {

    private static final List<String> PLACES =
            List.of("/usr/lib/postgresql/%d/bin", "/usr/pgsql-%d/bin", "/opt/homebrew/opt/postgresql@%d/bin");

    private final Path programs;
    private final Path folder;
    private final int port;

    private OutsidePostgres(Path programs, Path folder, int port) {
        this.programs = programs;
        this.folder = folder;
        this.port = port;
    }

    /** The programs of the oldest that is taken and here. */
    public static Optional<Path> programs() {
        var named = System.getenv("YITI_OUTSIDE_POSTGRES");
        var candidates = named == null || named.isBlank()
                ? Stream.of(15, 16, 17).flatMap(major -> PLACES.stream().map(place -> Path.of(place.formatted(major))))
                : Stream.of(Path.of(named));
        return candidates
                .filter(bin -> Files.isExecutable(bin.resolve("initdb")))
                .findFirst();
    }

    public static OutsidePostgres start(Path programs) throws IOException, InterruptedException {
        var folder = Files.createTempDirectory("outside-postgres");
        int port;
        try (var free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        var postgres = new OutsidePostgres(programs, folder, port);
        if (postgres.isRoot()) {
            postgres.run("chown", "nobody", folder.toString());
        }
        postgres.runAsSomebody(
                "initdb", "-D", postgres.data(), "-U", "postgres", "-A", "trust", "-E", "UTF8", "--no-locale");
        postgres.runAsSomebody(
                "pg_ctl",
                "-D",
                postgres.data(),
                "-w",
                "-l",
                folder.resolve("log").toString(),
                "-o",
                "-p " + port + " -k " + folder + " -c listen_addresses=127.0.0.1 -c fsync=off",
                "start");
        return postgres;
    }

    private String data() {
        return folder.resolve("data").toString();
    }

    private boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    /** PostgreSQL does not run as root. */
    private void runAsSomebody(String program, String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<>(isRoot() ? List.of("runuser", "-u", "nobody", "--") : List.<String>of());
        command.add(programs.resolve(program).toString());
        command.addAll(List.of(arguments));
        run(command.toArray(String[]::new));
    }

    private void run(String... command) throws IOException, InterruptedException {
        var said = Files.createTempFile("outside", ".log");
        var process = new ProcessBuilder(command)
                .directory(Path.of("/").toFile())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        if (!process.waitFor(2, TimeUnit.MINUTES) || process.exitValue() != 0) {
            throw new AssertionError(List.of(command) + ": " + Files.readString(said));
        }
        Files.delete(said);
    }

    /** As {@code YITI_DB_URL} is written. */
    public String address(String database) {
        return "postgresql://127.0.0.1:" + port + "/" + database;
    }

    public JdbcClient superuser(String database) {
        return JdbcClient.create(new DriverManagerDataSource("jdbc:" + address(database), "postgres", ""));
    }

    @Override
    public void close() throws IOException, InterruptedException {
        runAsSomebody("pg_ctl", "-D", data(), "-m", "immediate", "-w", "stop");
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
