package org.yiti.kernel.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/**
 * Before anything else: the database. Yours when {@code YITI_DB_URL} names one, else an embedded PostgreSQL whose data
 * live in the data folder and survive restarts and killed processes.
 */
public class DatabaseStart implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static final Logger log = LoggerFactory.getLogger(DatabaseStart.class);

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        var environment = context.getEnvironment();
        if (environment.containsProperty("spring.datasource.url")) {
            return;
        }
        var settings = new HashMap<String, Object>();
        var url = environment.getProperty("YITI_DB_URL", "");
        if (url.isBlank()) {
            var folder = Path.of(environment.getProperty("yiti.data-folder", "data"));
            settings.put("spring.datasource.url", start(folder.toAbsolutePath().normalize()));
            settings.put("spring.datasource.username", "postgres");
        } else {
            settings.put("spring.datasource.url", url.startsWith("jdbc:") ? url : "jdbc:" + url);
            settings.put("spring.datasource.username", environment.getProperty("YITI_DB_USER", "yiti"));
            settings.put("spring.datasource.password", environment.getProperty("YITI_DB_PASSWORD", ""));
        }
        environment.getPropertySources().addFirst(new MapPropertySource("yiti database", settings));
    }

    private static String start(Path folder) {
        try {
            var data = Files.createDirectories(folder.resolve("postgres"));
            EarlierServer.stop(data);
            var begun = System.nanoTime();
            var postgres = EmbeddedPostgres.builder()
                    .setDataDirectory(data)
                    .setCleanDataDirectory(false)
                    .setOverrideWorkingDirectory(
                            folder.resolve("postgres-program").toFile())
                    .setRegisterShutdownHook(false)
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
                    .start();
            SpringApplication.getShutdownHandlers().add(() -> close(postgres));
            log.info(
                    "Embedded PostgreSQL is up on port {} after {} ms, its data in {}",
                    postgres.getPort(),
                    (System.nanoTime() - begun) / 1_000_000,
                    data);
            return postgres.getJdbcUrl("postgres", "postgres");
        } catch (IOException failure) {
            throw new UncheckedIOException(
                    "The data folder " + folder + " cannot be used: " + failure.getMessage(), failure);
        }
    }

    /** Runs after all contexts are closed, so that nobody still waits for the database. */
    private static void close(EmbeddedPostgres postgres) {
        try {
            postgres.close();
        } catch (IOException failure) {
            log.warn("PostgreSQL did not stop cleanly: {}", failure.getMessage());
        }
    }
}
