package org.yiti.telemetry.facts;

import java.sql.Timestamp;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.stereotype.Component;
import org.yiti.detect.Fact;
import tools.jackson.databind.json.JsonMapper;

/** Facts by their identity. What is told again as it stands changes nothing, and is not among what was changed. */
@Component
class FactStore {

    /** A fact that is now other than before: written or gone. */
    record Changed(String kind, long start, boolean settled) {}

    private static final String PUT = """
            insert into telemetry.fact as known (terminal, kind, about, started_at, ended_at, known_at, settled, figures)
            select ?, kind, about, to_timestamp(started / 1000.0), to_timestamp(ended / 1000.0), to_timestamp(known / 1000.0), settled, figures
              from jsonb_to_recordset(?::jsonb)
                   f (kind text, about text, started bigint, ended bigint, known bigint, settled boolean, figures jsonb)
            on conflict (terminal, kind, about, started_at) do update
               set ended_at = excluded.ended_at, known_at = excluded.known_at, settled = excluded.settled, figures = excluded.figures
             where (known.ended_at, known.known_at, known.settled, known.figures)
                   is distinct from (excluded.ended_at, excluded.known_at, excluded.settled, excluded.figures)
            returning kind, started_at, settled
            """;
    private static final String REMOVE = """
            delete from telemetry.fact known
             using jsonb_to_recordset(?::jsonb) f (kind text, about text, started bigint)
             where known.terminal = ? and known.kind = f.kind and known.about = f.about and known.started_at = to_timestamp(f.started / 1000.0)
            returning known.kind, known.started_at, known.settled
            """;
    private static final RowMapper<Changed> CHANGED = (row, n) ->
            new Changed(row.getString(1), row.getTimestamp(2).getTime(), row.getBoolean(3));

    private final JdbcTemplate database;
    private final JsonMapper json;

    FactStore(JdbcTemplate database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    List<Changed> put(int terminal, Collection<Fact> facts) {
        if (facts.isEmpty()) {
            return List.of();
        }
        var rows = facts.stream()
                .map(fact -> {
                    var row = row(fact.id());
                    row.put("ended", fact.end());
                    row.put("known", fact.known());
                    row.put("settled", fact.settled());
                    row.put("figures", told(fact.figures()));
                    return row;
                })
                .toList();
        return database.query(PUT, CHANGED, terminal, json.writeValueAsString(rows));
    }

    private static Map<String, Object> row(Fact.Id id) {
        var row = new HashMap<String, Object>();
        row.put("kind", id.kind());
        row.put("about", id.about());
        row.put("started", id.start());
        return row;
    }

    /** What is not a number says nothing. */
    private static Map<String, Object> told(Map<String, Object> figures) {
        var told = new TreeMap<>(figures);
        told.values().removeIf(figure -> figure instanceof Double number && !Double.isFinite(number));
        return told;
    }

    List<Changed> remove(int terminal, Collection<Fact.Id> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        var rows = ids.stream().map(FactStore::row).toList();
        return database.query(REMOVE, CHANGED, json.writeValueAsString(rows), terminal);
    }

    /** What was told of silence while it lasted: whoever speaks again ends it. */
    boolean removeSilences(int terminal) {
        return database.update(
                        "delete from telemetry.fact where terminal = ? and kind = 'vehicle.silence' and not settled",
                        terminal)
                > 0;
    }

    /** Of these, what is told as over. */
    List<Changed> settled(int terminal, Collection<Fact.Id> ids) {
        return ids.stream()
                .flatMap(id -> database
                        .query(
                                "select kind, started_at, settled from telemetry.fact where settled"
                                        + " and terminal = ? and kind = ? and about = ? and started_at = ?",
                                CHANGED,
                                terminal,
                                id.kind(),
                                id.about(),
                                new Timestamp(id.start()))
                        .stream())
                .toList();
    }

    /** What is known since a time, or not over yet. */
    Set<Fact.Id> known(int terminal, long since) {
        return Set.copyOf(database.query(
                "select kind, about, started_at from telemetry.fact where terminal = ? and (known_at >= ? or not settled)",
                (row, n) -> new Fact.Id(
                        row.getString(1), row.getString(2), row.getTimestamp(3).getTime()),
                terminal,
                new Timestamp(since)));
    }
}
