package org.yiti.kernel.database;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;
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
            var folder = DataFolder.claim(
                    Path.of(environment.getProperty("yiti.data-folder", "data")).toAbsolutePath());
            var database = EmbeddedDatabase.start(folder);
            // Runs after all contexts are closed, so that nobody still waits for the database.
            SpringApplication.getShutdownHandlers().add(database::close);
            settings.put("spring.datasource.url", database.url());
            settings.put("spring.datasource.username", ServerAccount.EMBEDDED);
            settings.putAll(migratedBy(database.url(), "postgres", "", ServerAccount.EMBEDDED));
        } else {
            settings.putAll(outside(url, environment));
        }
        environment.getPropertySources().addFirst(new MapPropertySource("yiti database", settings));
    }

    private static Map<String, Object> outside(String url, Environment environment) {
        var server = OutsideDatabase.at(
                url, environment.getProperty("YITI_DB_USER", "yiti"), environment.getProperty("YITI_DB_PASSWORD", ""));
        var settings = new HashMap<String, Object>();
        settings.put("spring.datasource.url", server.url());
        settings.put("spring.datasource.username", server.user());
        settings.put("spring.datasource.password", server.password());
        var owner = server.as(
                environment.getProperty("YITI_DB_OWNER", server.user()),
                environment.getProperty("YITI_DB_OWNER_PASSWORD", ""));
        if (owner.user().equals(server.user())) {
            log.info("The server works with the account that owns the tables; better is one of its own: YITI_DB_OWNER"
                    + " (docs/operate/install.md)");
            server.examine();
        } else {
            owner.examine();
            server.examineBeside(owner.user());
            settings.putAll(migratedBy(owner.url(), owner.user(), owner.password(), server.user()));
        }
        return settings;
    }

    private static Map<String, Object> migratedBy(String url, String owner, String password, String server) {
        return Map.of(
                "spring.flyway.url",
                url,
                "spring.flyway.user",
                owner,
                "spring.flyway.password",
                password,
                "spring.flyway.init-sqls",
                "set time zone 'Asia/Shanghai'",
                LetServerIn.SETTING,
                server);
    }
}
