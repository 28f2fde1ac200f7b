package org.yiti.energy.facts;

import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.yiti.kernel.stream.KeptFacts;
import tools.jackson.databind.json.JsonMapper;

/** Facts of meters. */
@Component
class MeterFacts extends KeptFacts<UUID> {

    MeterFacts(JdbcTemplate database, JsonMapper json) {
        super(database, json, "energy.meter_fact", "meter_id");
    }
}
