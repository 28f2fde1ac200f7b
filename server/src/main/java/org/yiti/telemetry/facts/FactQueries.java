package org.yiti.telemetry.facts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yiti.identity.Unscoped;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What is known of a terminal in a time, from the oldest. */
@Component
class FactQueries {

    record Terminal(UUID id, int number, UUID institutionId, String phone) {}

    /**
     * @param plate of the vehicle it was fitted to that day; null where that is not known
     * @param institutionId who had it that day
     */
    record Told(
            String kind,
            String about,
            Instant start,
            Instant end,
            boolean settled,
            @Nullable String plate,
            UUID institutionId,
            Map<String, Object> figures) {

        Told with(Map<String, Object> others) {
            return new Told(kind, about, start, end, settled, plate, institutionId, others);
        }
    }

    record Wanted(Instant from, Instant to, @Nullable String kind) {}

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

    /**
     * Also what began before and was not over then: nothing lasts longer than it may be looked back.
     *
     * @param part what belonged to these alone; null for everybody
     */
    List<Told> facts(Terminal terminal, Wanted wanted, @Nullable Set<UUID> part, int most) {
        return Unscoped.because(
                "whose a fact is, is who had the vehicle then; it is asked for those institutions alone that whoever asks may see",
                () -> database.sql("""
                                select f.kind, f.about, f.started_at, f.ended_at, f.settled, i.plate,
                                       coalesce(i.institution_id, :own) as institution, f.figures::text
                                  from telemetry.fact f
                                  left join telemetry.fitting i
                                    on i.terminal = f.terminal and i.valid @> (f.started_at at time zone 'Asia/Shanghai')::date
                                 where f.terminal = :terminal and f.started_at < :to and f.ended_at >= :from
                                   and f.started_at > :from - interval '62 days' and (:kind::text is null or f.kind = :kind)
                                   and (:anywhere or coalesce(i.institution_id, :own) = any(:part))
                                 order by f.started_at, f.kind, f.about
                                 limit :most
                                """)
                        .param("terminal", terminal.number())
                        .param("own", terminal.institutionId())
                        .param("anywhere", part == null)
                        .param("part", part == null ? new UUID[0] : part.toArray(UUID[]::new))
                        .param("from", OffsetDateTime.ofInstant(wanted.from(), ZoneOffset.UTC))
                        .param("to", OffsetDateTime.ofInstant(wanted.to(), ZoneOffset.UTC))
                        .param("kind", wanted.kind())
                        .param("most", most)
                        .query((row, n) -> told(row))
                        .list());
    }

    private Told told(ResultSet row) throws SQLException {
        return new Told(
                row.getString(1),
                row.getString(2),
                row.getTimestamp(3).toInstant(),
                row.getTimestamp(4).toInstant(),
                row.getBoolean(5),
                row.getString(6),
                row.getObject(7, UUID.class),
                json.readValue(row.getString(8), FIGURES));
    }
}
