package org.yiti.telemetry.facts;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.yiti.kernel.stream.KeptFacts;
import tools.jackson.databind.json.JsonMapper;

/** Facts of terminals. */
@Component
class FactStore extends KeptFacts<Integer> {

    private final JdbcTemplate database;

    FactStore(JdbcTemplate database, JsonMapper json) {
        super(database, json, "telemetry.fact", "terminal");
        this.database = database;
    }

    /** What was told of silence while it lasted: whoever speaks again ends it. */
    boolean removeSilences(int terminal) {
        return database.update(
                        "delete from telemetry.fact where terminal = ? and kind = 'vehicle.silence' and not settled",
                        terminal)
                > 0;
    }
}
