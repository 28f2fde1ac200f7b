package org.yiti.demonstration;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Remembers which world was begun in this house, so that a load that was interrupted ends with the same one. */
@Component
class Worlds {

    record World(long seed, Scale scale, LocalDate asOf) {}

    private static final Logger log = LoggerFactory.getLogger(Worlds.class);

    private final Scale scale;
    private final long seed;
    private final Path manifests;
    private final JdbcClient database;
    private final Clock clock;

    Worlds(
            @Value("${yiti.demonstration-scale:${SCALE:city}}") String scale,
            @Value("${yiti.demonstration-seed:2026}") long seed,
            @Value("${yiti.data-folder:data}") Path dataFolder,
            JdbcClient database,
            Clock clock) {
        this.scale = Scale.valueOf(scale.toUpperCase(Locale.ROOT));
        this.seed = seed;
        this.manifests = dataFolder.resolve("demonstration");
        this.database = database;
        this.clock = clock;
    }

    /** A new one in an empty house, or the one that was begun and is not loaded yet: as it was drawn then. */
    Optional<World> toLoad() {
        database.sql("""
                        insert into demonstration.world (seed, scale, as_of)
                        select :seed, :scale, :asOf where not exists (select from organization.institution)
                            on conflict do nothing
                        """)
                .param("seed", seed)
                .param("scale", scale.name())
                .param("asOf", LocalDate.now(clock))
                .update();
        return database.sql("select seed, scale, as_of from demonstration.world where loaded_at is null")
                .query(World.class)
                .optional();
    }

    /** What is planted in a city of the world is told in the data folder, a file a city: the house itself must find it. */
    void tellPlanted(Scale scale, int number, Manifest manifest) {
        var name = scale.cities == 1 ? "manifest" : String.format(Locale.ROOT, "manifest-%02d", number + 1);
        try {
            WriteManifest.into(manifests, name, manifest);
        } catch (IOException unwritable) {
            log.warn("The manifest of what is planted cannot be written: {}", unwritable.getMessage());
        }
    }

    void loaded() {
        database.sql("update demonstration.world set loaded_at = now()").update();
    }

    /** Loaded, and nobody has told its past to the end. */
    boolean isUntold() {
        return database.sql(
                        "select exists (select from demonstration.world where loaded_at is not null and told_at is null)")
                .query(Boolean.class)
                .single();
    }

    boolean isTold() {
        return database.sql("select exists (select from demonstration.world where told_at is not null)")
                .query(Boolean.class)
                .single();
    }

    void told() {
        database.sql("update demonstration.world set told_at = now()").update();
    }
}
