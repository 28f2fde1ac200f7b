package org.yiti;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.boot.SpringApplication;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Databases for tests: one embedded PostgreSQL per JVM, migrated once into a template, of which every test class
 * takes a fresh copy (some 50 ms).
 */
public final class TestDatabase {

    private static final String TEMPLATE = "yiti_template";
    /** As in production: it owns its databases and may create roles, and nothing more. */
    public static final String OWNER = "yiti";

    private static final AtomicInteger COUNT = new AtomicInteger();

    private final String name;

    private TestDatabase(String name) {
        this.name = name;
    }

    /** A new database with every migration applied and no rows but those the migrations insert. */
    public static TestDatabase fresh() {
        return of(TEMPLATE);
    }

    /** As a dump of this one would be restored. Nobody may be connected to it. */
    public TestDatabase copy() {
        return of(name);
    }

    /** An empty database of an account that owns it and may create roles, and is no superuser. */
    public static DataSource ownedBy(String account) {
        var server = Server.INSTANCE;
        var maker = JdbcClient.create(server.getPostgresDatabase());
        var name = "owned_" + COUNT.incrementAndGet();
        maker.sql("create role " + account + " login createrole").update();
        maker.sql("grant rule_reader, yiti_scoped, yiti_sees_all, yiti_all, yiti_house to " + account
                        + " with admin option")
                .update();
        maker.sql("create database " + name + " owner " + account).update();
        return server.getDatabase(account, name);
    }

    private static TestDatabase of(String template) {
        var server = Server.INSTANCE;
        synchronized (server) {
            var name = "test_" + COUNT.incrementAndGet();
            JdbcClient.create(server.getPostgresDatabase())
                    .sql("create database " + name + " owner " + OWNER + " template " + template)
                    .update();
            return new TestDatabase(name);
        }
    }

    public DataSource dataSource() {
        return Server.INSTANCE.getDatabase(OWNER, name);
    }

    /** As another account of the cluster. */
    public DataSource as(String account) {
        return Server.INSTANCE.getDatabase(account, name);
    }

    /** As whoever the policies do not hold: an attacker of the machine, or somebody who mends it. */
    public DataSource superuser() {
        return Server.INSTANCE.getDatabase("postgres", name);
    }

    /** The one that a context of the tests is on. */
    public static TestDatabase at(String url) {
        return new TestDatabase(url.substring(url.lastIndexOf('/') + 1));
    }

    public JdbcClient jdbc() {
        return JdbcClient.create(dataSource());
    }

    /** For {@code spring.datasource.url} in a {@code @DynamicPropertySource}; the user is {@link #OWNER}. */
    public String url() {
        return "jdbc:postgresql://localhost:" + Server.INSTANCE.getPort() + "/" + name;
    }

    private static final class Server {

        private static final EmbeddedPostgres INSTANCE = start();

        private static EmbeddedPostgres start() {
            try {
                var postgres = EmbeddedPostgres.builder()
                        .setOverrideWorkingDirectory(unpackedBinaries())
                        .setLocaleConfig("locale-provider", "builtin")
                        .setLocaleConfig("builtin-locale", "C.UTF-8")
                        .setLocaleConfig("locale", "C.UTF-8")
                        .setServerConfig("timezone", "Asia/Shanghai")
                        .setPGStartupWait(Duration.ofSeconds(60))
                        .setRegisterShutdownHook(false)
                        .start();
                // after every Spring context has let go of its connections
                SpringApplication.getShutdownHandlers().add(() -> close(postgres));
                migrateTemplate(postgres);
                return postgres;
            } catch (IOException | SQLException e) {
                throw new IllegalStateException("The embedded PostgreSQL of the tests does not start", e);
            }
        }

        private static void migrateTemplate(EmbeddedPostgres postgres) throws SQLException {
            var maker = JdbcClient.create(postgres.getPostgresDatabase());
            maker.sql("create role " + OWNER + " login createrole").update();
            maker.sql("create database " + TEMPLATE + " owner " + OWNER).update();
            var database = postgres.getDatabase(OWNER, TEMPLATE);
            Flyway.configure()
                    .dataSource(database)
                    .locations("classpath:db/migration")
                    .outOfOrder(true)
                    .load()
                    .migrate();
            // What only a superuser can say, once: docs/operate/row-security.md
            JdbcClient.create(postgres.getDatabase("postgres", TEMPLATE))
                    .sql("""
                            alter function pg_catalog.arraycontains(anyarray, anyarray) leakproof;
                            alter function kernel.fragments(text[]) leakproof
                            """)
                    .update();
        }

        private static File unpackedBinaries() {
            return Path.of(System.getProperty("user.home"), ".cache", "yiti-pgbin")
                    .toFile();
        }

        private static void close(EmbeddedPostgres postgres) {
            try {
                postgres.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
