package org.yiti.telemetry.facts;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What is known of a terminal in a time, from the oldest. */
@Component
class FactQueries {

    record Terminal(UUID id, int number, UUID institutionId, String phone) {}

    /** @param plate of the vehicle it was fitted to that day; null where that is not known */
    record Told(
            String kind,
            String about,
            Instant start,
            Instant end,
            boolean settled,
            @Nullable String plate,
            Map<String, Object> figures) {}

    private static final TypeReference<Map<String, Object>> FIGURES = new TypeReference<>() {};

    private final JdbcClient database;
    private final JsonMapper json;

    FactQueries(JdbcClient database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    Optional<Terminal> terminal(UUID id) {
        return database.sql("select id, number, institution_id, phone from telemetry.terminal where id = :id")
                .param("id", id)
                .query(Terminal.class)
                .optional();
    }

    /** Also what began before and was not over then: nothing lasts longer than it may be looked back. */
    List<Told> facts(Terminal terminal, Instant from, Instant to, @Nullable String kind, int most) {
        return database.sql("""
                        select f.kind, f.about, f.started_at, f.ended_at, f.settled, i.plate, f.figures::text
                          from telemetry.fact f
                          left join telemetry.fitting i
                            on i.terminal = f.terminal and i.valid @> (f.started_at at time zone 'Asia/Shanghai')::date
                         where f.terminal = :terminal and f.started_at < :to and f.ended_at >= :from
                           and f.started_at > :from - interval '62 days' and (:kind::text is null or f.kind = :kind)
                         order by f.started_at, f.kind, f.about
                         limit :most
                        """)
                .param("terminal", terminal.number())
                .param("from", OffsetDateTime.ofInstant(from, ZoneOffset.UTC))
                .param("to", OffsetDateTime.ofInstant(to, ZoneOffset.UTC))
                .param("kind", kind)
                .param("most", most)
                .query((row, n) -> new Told(
                        row.getString(1),
                        row.getString(2),
                        row.getTimestamp(3).toInstant(),
                        row.getTimestamp(4).toInstant(),
                        row.getBoolean(5),
                        row.getString(6),
                        json.readValue(row.getString(7), FIGURES)))
                .list();
    }
}
