package org.yiti.kernel.database;

import java.nio.file.Path;
import java.util.HashMap;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/**
 * Before anything else: the database. Yours when {@code YITI_DB_URL} names one, else an embedded PostgreSQL whose data
 * live in the data folder and survive restarts and killed processes.
 */
public class DatabaseStart implements ApplicationContextInitializer<ConfigurableApplicationContext> {

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
            settings.put("spring.datasource.username", "postgres");
        } else {
            var database = OutsideDatabase.at(
                    url,
                    environment.getProperty("YITI_DB_USER", "yiti"),
                    environment.getProperty("YITI_DB_PASSWORD", ""));
            database.examine();
            settings.put("spring.datasource.url", database.url());
            settings.put("spring.datasource.username", database.user());
            settings.put("spring.datasource.password", database.password());
        }
        environment.getPropertySources().addFirst(new MapPropertySource("yiti database", settings));
    }
}
