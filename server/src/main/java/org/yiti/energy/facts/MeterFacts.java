package org.yiti.energy.facts;

import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.yiti.detect.Fact;
import tools.jackson.databind.json.JsonMapper;

/** Facts by their identity. What is told again as it stands changes nothing, and is not among what was changed. */
@Component
class MeterFacts {

    private static final String PUT = """
            insert into energy.meter_fact as known (meter_id, kind, about, started_at, ended_at, known_at, settled, figures)
            select ?, kind, about, to_timestamp(started / 1000.0), to_timestamp(ended / 1000.0), to_timestamp(known / 1000.0), settled, figures
              from jsonb_to_recordset(?::jsonb)
                   f (kind text, about text, started bigint, ended bigint, known bigint, settled boolean, figures jsonb)
            on conflict (meter_id, kind, about, started_at) do update
               set ended_at = excluded.ended_at, known_at = excluded.known_at, settled = excluded.settled, figures = excluded.figures
             where (known.ended_at, known.known_at, known.settled, known.figures)
                   is distinct from (excluded.ended_at, excluded.known_at, excluded.settled, excluded.figures)
            returning kind
            """;
    private static final String REMOVE = """
            delete from energy.meter_fact known
             using jsonb_to_recordset(?::jsonb) f (kind text, about text, started bigint)
             where known.meter_id = ? and known.kind = f.kind and known.about = f.about and known.started_at = to_timestamp(f.started / 1000.0)
            returning known.kind
            """;

    private final JdbcTemplate database;
    private final JsonMapper json;

    MeterFacts(JdbcTemplate database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    /**
     * What was found anew of the time since is all that is known since then.
     *
     * @return kinds of which a fact is now other than before: written or gone
     */
    Set<String> replace(UUID meter, long since, Map<Fact.Id, Fact> facts) {
        var gone = new HashSet<>(known(meter, since));
        gone.removeAll(facts.keySet());
        var changed = new HashSet<String>();
        if (!gone.isEmpty()) {
            changed.addAll(database.queryForList(REMOVE, String.class, json.writeValueAsString(rows(gone)), meter));
        }
        if (!facts.isEmpty()) {
            changed.addAll(
                    database.queryForList(PUT, String.class, meter, json.writeValueAsString(whole(facts.values()))));
        }
        return changed;
    }

    private static List<Map<String, Object>> rows(Collection<Fact.Id> ids) {
        return ids.stream().map(MeterFacts::row).toList();
    }

    private static List<Map<String, Object>> whole(Collection<Fact> facts) {
        var rows = new ArrayList<Map<String, Object>>();
        for (var fact : facts) {
            var row = row(fact.id());
            row.put("ended", fact.end());
            row.put("known", fact.known());
            row.put("settled", fact.settled());
            row.put("figures", told(fact.figures()));
            rows.add(row);
        }
        return rows;
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

    private List<Fact.Id> known(UUID meter, long since) {
        return database.query(
                "select kind, about, started_at from energy.meter_fact where meter_id = ? and (known_at >= ? or not settled)",
                (row, n) -> new Fact.Id(
                        row.getString(1), row.getString(2), row.getTimestamp(3).getTime()),
                meter,
                new Timestamp(since));
    }
}
