package org.yiti.energy.metering;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** What is known of meters that speak. Whoever holds the row of a meter is alone with it until the transaction ends. */
@Component
class MeterStates {

    /** @param intervals whether it tells what was consumed instead of what its register shows; null before it has spoken */
    record State(UUID meter, int received, @Nullable Boolean intervals) {}

    /** What is noted of a meter that has spoken. */
    static final class Note {
        int received;

        @Nullable
        Boolean intervals;

        @Nullable
        Told newest;

        String source = "";

        @Nullable
        String failure;
    }

    private final JdbcTemplate database;

    MeterStates(JdbcTemplate database) {
        this.database = database;
    }

    /** In order of their numbers, so that two that hold several never wait for each other. */
    Map<UUID, State> lock(Collection<MeterFile> meters) {
        database.update(
                """
                insert into energy.meter_state (meter_id, number)
                select id, number from unnest(?::uuid[], ?::int[]) as t(id, number) order by number
                on conflict do nothing
                """,
                // As an object: two arrays, the second of int, would be taken for arguments and their types.
                (Object) meters.stream().map(MeterFile::id).toArray(UUID[]::new),
                meters.stream().mapToInt(MeterFile::number).toArray());
        var states = new LinkedHashMap<UUID, State>();
        database.query(
                "select meter_id, received, intervals from energy.meter_state where meter_id = any (?::uuid[]) order by number for update",
                row -> {
                    var id = row.getObject("meter_id", UUID.class);
                    states.put(id, new State(id, row.getInt("received"), row.getObject("intervals", Boolean.class)));
                },
                (Object) meters.stream().map(MeterFile::id).toArray(UUID[]::new));
        return states;
    }

    void note(Map<UUID, Note> notes, double now) {
        var size = notes.size();
        var received = new int[size];
        var intervals = new Boolean[size];
        var sources = new String[size];
        var at = new Long[size];
        var values = new String[size];
        var failures = new String[size];
        var i = 0;
        for (var note : notes.values()) {
            received[i] = note.received;
            intervals[i] = note.intervals;
            sources[i] = note.source;
            at[i] = note.newest == null ? null : note.newest.at().toEpochMilli();
            values[i] = note.newest == null ? null : note.newest.value().toPlainString();
            failures[i++] = note.failure;
        }
        database.update(
                """
                update energy.meter_state s
                   set received = n.received, intervals = coalesce(s.intervals, n.intervals), source = n.source, heard_at = to_timestamp(?),
                       failure = n.failure,
                       last_at = greatest(s.last_at, to_timestamp(n.at / 1000.0::double precision)),
                       last_value = case when s.last_at > to_timestamp(n.at / 1000.0::double precision) then s.last_value else n.value::numeric end
                  from unnest(?::uuid[], ?::int[], ?::boolean[], ?::text[], ?::bigint[], ?::text[], ?::text[]) as n(id, received, intervals, source, at, value, failure)
                 where s.meter_id = n.id
                """, now, notes.keySet().toArray(UUID[]::new), received, intervals, sources, at, values, failures);
    }

    void failed(Collection<UUID> meters, Map<UUID, String> failures) {
        database.update(
                "update energy.meter_state s set failure = n.failure from unnest(?::uuid[], ?::text[]) as n(id, failure)"
                        + " where s.meter_id = n.id and s.failure is distinct from n.failure",
                meters.toArray(UUID[]::new),
                meters.stream().map(failures::get).toArray(String[]::new));
    }

    /** Whether meters tell what was consumed; those that have not spoken yet are missing. */
    Map<UUID, Boolean> intervals(Collection<UUID> meters) {
        var known = new HashMap<UUID, Boolean>();
        database.query(
                "select meter_id, intervals from energy.meter_state where meter_id = any (?::uuid[]) and intervals is not null",
                row -> {
                    known.put(row.getObject("meter_id", UUID.class), row.getBoolean("intervals"));
                },
                (Object) meters.toArray(UUID[]::new));
        return known;
    }
}
