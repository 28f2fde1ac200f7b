package org.yiti.telemetry.track;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.yiti.Soon;

/** A PostgreSQL of the test's own, durable, which can be killed and comes back on the same data. */
final class MortalPostgres implements AutoCloseable {

    private final EmbeddedPostgres postgres;
    private final Path data;
    private final DataSource source;

    MortalPostgres() throws IOException {
        data = Files.createTempDirectory("mortal");
        postgres = EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setOverrideWorkingDirectory(Path.of(System.getProperty("user.home"), ".cache", "yiti-pgbin")
                        .toFile())
                .setLocaleConfig("locale-provider", "builtin")
                .setLocaleConfig("builtin-locale", "C.UTF-8")
                .setLocaleConfig("locale", "C.UTF-8")
                .setServerConfig("timezone", "Asia/Shanghai")
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .start();
        source = new DriverManagerDataSource(postgres.getJdbcUrl("postgres", "postgres"));
        Flyway.configure()
                .dataSource(source)
                .locations("classpath:db/migration")
                .outOfOrder(true)
                .load()
                .migrate();
    }

    DataSource dataSource() {
        return source;
    }

    void killAndRestart() throws IOException {
        var postmaster = ProcessHandle.of(Long.parseLong(
                        Files.readAllLines(data.resolve("postmaster.pid")).get(0).strip()))
                .orElseThrow();
        var command = new ArrayList<String>();
        if (System.getProperty("user.name").equals("root")) {
            command.addAll(List.of("unshare", "-U"));
        }
        command.add(postmaster.info().command().orElseThrow());
        command.addAll(List.of(postmaster.info().arguments().orElseThrow()));
        postmaster.destroyForcibly();
        Soon.soon("up again", () -> isUpAgain(command), up -> up);
    }

    /** Until those who worked for the one that was killed have noticed, none can begin. */
    private boolean isUpAgain(List<String> command) {
        try (var connection = source.getConnection()) {
            return connection.isValid(1);
        } catch (SQLException down) {
            launch(command);
            return false;
        }
    }

    private Process last;

    private void launch(List<String> command) {
        try {
            if (last == null || !last.isAlive()) {
                last = new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start();
            }
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        }
    }

    @Override
    public void close() throws IOException {
        postgres.close();
    }
}
