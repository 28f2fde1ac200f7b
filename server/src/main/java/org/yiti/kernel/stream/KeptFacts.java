package org.yiti.kernel.stream;

import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;
import org.yiti.detect.Fact;
import tools.jackson.databind.json.JsonMapper;

/**
 * Facts by their identity: of whom or what, kind, about, start. What is told again as it stands changes nothing, and is not
 * among what was changed.
 *
 * @param <K> of whom or what: the type of the column that says so
 */
public abstract class KeptFacts<K> {

    /**
     * A fact that is now other than before: written or gone.
     *
     * @param start milliseconds of the epoch
     */
    public record Changed(String kind, long start, boolean settled) {}

    private static final RowMapper<Changed> CHANGED =
            (row, n) -> new Changed(row.getString(1), row.getTimestamp(2).getTime(), row.getBoolean(3));

    private final JdbcTemplate database;
    private final JsonMapper json;
    private final String put;
    private final String remove;
    private final String known;
    private final String settled;

    /**
     * @param table schema.table with the columns kind, about, started_at, ended_at, known_at, settled, figures
     * @param of its column that says of whom or what a fact is
     */
    protected KeptFacts(JdbcTemplate database, JsonMapper json, String table, String of) {
        this.database = database;
        this.json = json;
        put = """
                insert into %1$s as known (%2$s, kind, about, started_at, ended_at, known_at, settled, figures)
                select ?, kind, about, to_timestamp(started / 1000.0), to_timestamp(ended / 1000.0), to_timestamp(known / 1000.0), settled, figures
                  from jsonb_to_recordset(?::jsonb)
                       f (kind text, about text, started bigint, ended bigint, known bigint, settled boolean, figures jsonb)
                on conflict (%2$s, kind, about, started_at) do update
                   set ended_at = excluded.ended_at, known_at = excluded.known_at, settled = excluded.settled, figures = excluded.figures
                 where (known.ended_at, known.known_at, known.settled, known.figures)
                       is distinct from (excluded.ended_at, excluded.known_at, excluded.settled, excluded.figures)
                returning kind, started_at, settled
                """.formatted(table, of);
        remove = """
                delete from %1$s known
                 using jsonb_to_recordset(?::jsonb) f (kind text, about text, started bigint)
                 where known.%2$s = ? and known.kind = f.kind and known.about = f.about and known.started_at = to_timestamp(f.started / 1000.0)
                returning known.kind, known.started_at, known.settled
                """.formatted(table, of);
        known = "select kind, about, started_at from %s where %s = ? and (known_at >= ? or not settled)"
                .formatted(table, of);
        settled = """
                select kind, started_at, settled from %s
                 where settled and %s = ? and kind = ? and about = ? and started_at = ?
                """.formatted(table, of);
    }

    /** What was found anew of the time since is all that is known since then. */
    public List<Changed> replace(K of, long since, Map<Fact.Id, Fact> facts) {
        var gone = new HashSet<>(known(of, since));
        gone.removeAll(facts.keySet());
        var changed = new ArrayList<>(remove(of, gone));
        changed.addAll(put(of, facts.values()));
        return changed;
    }

    public List<Changed> put(K of, Collection<Fact> facts) {
        if (facts.isEmpty()) {
            return List.of();
        }
        var rows = facts.stream().map(KeptFacts::whole).toList();
        return database.query(put, CHANGED, of, json.writeValueAsString(rows));
    }

    public List<Changed> remove(K of, Collection<Fact.Id> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        var rows = ids.stream().map(KeptFacts::row).toList();
        return database.query(remove, CHANGED, json.writeValueAsString(rows), of);
    }

    /**
     * What is known since a time, or not over yet.
     *
     * @param since milliseconds of the epoch
     */
    public Set<Fact.Id> known(K of, long since) {
        return Set.copyOf(database.query(
                known,
                (row, n) -> new Fact.Id(
                        row.getString(1), row.getString(2), row.getTimestamp(3).getTime()),
                of,
                new Timestamp(since)));
    }

    /** Of these, what is told as over. */
    public List<Changed> settled(K of, Collection<Fact.Id> ids) {
        return ids.stream()
                .flatMap(id ->
                        database.query(settled, CHANGED, of, id.kind(), id.about(), new Timestamp(id.start())).stream())
                .toList();
    }

    private static Map<String, Object> whole(Fact fact) {
        var row = row(fact.id());
        row.put("ended", fact.end());
        row.put("known", fact.known());
        row.put("settled", fact.settled());
        row.put("figures", told(fact.figures()));
        return row;
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
}
