package org.yiti.telemetry.facts;

import java.sql.Timestamp;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.yiti.detect.Fact;
import tools.jackson.databind.json.JsonMapper;

/** Facts by their identity: putting one twice changes nothing. */
@Component
class FactStore {

    private static final String ID = "terminal = ? and kind = ? and about = ? and started_at = ?";

    private final JdbcTemplate database;
    private final JsonMapper json;

    FactStore(JdbcTemplate database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    void put(int terminal, Collection<Fact> facts) {
        database.batchUpdate(
                """
                insert into telemetry.fact as known (terminal, kind, about, started_at, ended_at, known_at, settled, figures)
                values (?, ?, ?, ?, ?, ?, ?, ?::jsonb)
                on conflict (terminal, kind, about, started_at) do update
                   set ended_at = excluded.ended_at, known_at = excluded.known_at, settled = excluded.settled, figures = excluded.figures
                 where (known.ended_at, known.known_at, known.settled, known.figures)
                       is distinct from (excluded.ended_at, excluded.known_at, excluded.settled, excluded.figures)
                """,
                facts.stream()
                        .map(fact -> new Object[] {
                            terminal,
                            fact.kind(),
                            fact.about(),
                            new Timestamp(fact.start()),
                            new Timestamp(fact.end()),
                            new Timestamp(fact.known()),
                            fact.settled(),
                            json.writeValueAsString(known(fact.figures()))
                        })
                        .toList());
    }

    /** What is not a number says nothing. */
    private static Map<String, Object> known(Map<String, Object> figures) {
        var known = new TreeMap<>(figures);
        known.values().removeIf(figure -> figure instanceof Double number && !Double.isFinite(number));
        return known;
    }

    void remove(int terminal, Collection<Fact.Id> ids) {
        database.batchUpdate(
                "delete from telemetry.fact where " + ID,
                ids.stream()
                        .map(id -> new Object[] {terminal, id.kind(), id.about(), new Timestamp(id.start())})
                        .toList());
    }

    /** What was told of silence while it lasted: whoever speaks again ends it. */
    boolean removeSilences(int terminal) {
        return database.update(
                        "delete from telemetry.fact where terminal = ? and kind = 'vehicle.silence' and not settled",
                        terminal)
                > 0;
    }

    /** Whether one of these is told as over, which is open again. */
    boolean anySettled(int terminal, Collection<Fact.Id> ids) {
        return ids.stream()
                .anyMatch(id -> !database.queryForList(
                                "select 1 from telemetry.fact where settled and " + ID,
                                terminal,
                                id.kind(),
                                id.about(),
                                new Timestamp(id.start()))
                        .isEmpty());
    }

    /** Makes everything known since a time be this. */
    void replace(int terminal, long since, Map<Fact.Id, Fact> facts) {
        var gone = new HashSet<>(known(terminal, since));
        gone.removeAll(facts.keySet());
        remove(terminal, gone);
        put(terminal, facts.values());
    }

    private Set<Fact.Id> known(int terminal, long since) {
        List<Fact.Id> known = database.query(
                "select kind, about, started_at from telemetry.fact where terminal = ? and (known_at >= ? or not settled)",
                (row, n) -> new Fact.Id(
                        row.getString(1), row.getString(2), row.getTimestamp(3).getTime()),
                terminal,
                new Timestamp(since));
        return Set.copyOf(known);
    }
}
