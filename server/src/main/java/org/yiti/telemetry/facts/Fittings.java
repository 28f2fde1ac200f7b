package org.yiti.telemetry.facts;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yiti.identity.Unscoped;

/**
 * Whose a terminal was on a day. What it told belongs to the vehicle it was in and to those who had that vehicle, wherever
 * the terminal has gone since; of a day in no vehicle, to those who have the terminal.
 */
@Component
public class Fittings {

    /** @param plate null where it was in no vehicle that day */
    public record Carried(
            UUID id, int number, String phone, @Nullable String plate, UUID institutionId, String institutionName) {}

    private final JdbcClient database;

    Fittings(JdbcClient database) {
        this.database = database;
    }

    /** Whoever asks decides by the answer whether it may be told. */
    public Optional<Carried> on(LocalDate day, UUID terminal) {
        return Unscoped.because(
                "who had a terminal on a day decides who may see that day, not who has it now",
                () -> database.sql("""
                                select t.id, t.number, t.phone, f.plate, i.id as institution_id, i.name as institution_name
                                  from telemetry.terminal t
                                  left join telemetry.fitting f on f.terminal = t.number and f.valid @> :day::date
                                  join organization.institution i on i.id = coalesce(f.institution_id, t.institution_id)
                                 where t.id = :id
                                """)
                        .param("day", day)
                        .param("id", terminal)
                        .query(Carried.class)
                        .optional());
    }
}
