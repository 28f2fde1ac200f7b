package org.yiti.fleet.terminals;

import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yiti.telemetry.TankSizes;

/** Of the vehicle that a terminal was fitted into last. */
@Component
class TanksOfVehicles implements TankSizes {

    private final JdbcClient database;

    TanksOfVehicles(JdbcClient database) {
        this.database = database;
    }

    @Override
    public Map<Integer, Double> byTerminal() {
        Map<Integer, Double> litres = new HashMap<>();
        database.sql("""
                        select distinct on (f.terminal) f.terminal, v.tank
                          from facts.terminal_fitting f
                          join fleet.vehicle v on v.institution_id = f.institution_id and v.plate = f.plate
                         where v.tank is not null
                         order by f.terminal, lower(f.valid) desc nulls last
                        """).query(row -> {
            litres.put(row.getInt(1), row.getDouble(2));
        });
        return litres;
    }
}
