package org.yiti.energy.metering;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.yiti.meters.interval.Consumed;
import org.yiti.meters.interval.Reading;
import org.yiti.meters.interval.Reading.Status;

/** Of what is kept of meters, as much as their days of a time are made of. */
@Component
class Around {

    private static final Status[] STATUSES = Status.values();

    /** The first and the last moment that changes speak of. */
    record Reach(MeterFile meter, long first, long last) {}

    /** Ten to this power: how a register's decimals become whole steps. */
    private static long steps(MeterFile meter) {
        var steps = 1L;
        for (var i = 0; meter.history() != null && i < meter.history().decimals(); i++) {
            steps *= 10;
        }
        return steps;
    }

    private final JdbcTemplate database;

    Around(JdbcTemplate database) {
        this.database = database;
    }

    /** By number of the meter, in order of time. A figure that does not fit the register as it is entered now is left out. */
    Map<Integer, List<Reading>> registers(Collection<Reach> reaches) {
        var found = new HashMap<Integer, List<Reading>>();
        read(reaches, """
                select t.meter, a.*
                  from unnest(?::int[], ?::bigint[], ?::bigint[], ?::bigint[]) as t(meter, first, last, steps)
                 cross join lateral energy.reach(t.meter, to_timestamp(t.first / 1000.0::double precision), to_timestamp(t.last / 1000.0::double precision)) s
                 cross join lateral (
                    select array_agg((date_part('epoch', r.at) * 1000)::bigint order by r.at, r.received) as at,
                           array_agg(case when r.value * t.steps = trunc(r.value * t.steps) and r.value >= 0 and r.value * t.steps < 1e15
                                          then (r.value * t.steps)::bigint else -1 end order by r.at, r.received) as steps,
                           array_agg(r.received order by r.at, r.received) as received,
                           array_agg(r.quality::int order by r.at, r.received) as quality
                      from energy.raw_reading r
                     where r.meter = t.meter and r.at between s.since and s.until and r.item is null and r.since is null) a
                 where a.at is not null
                """, (meter, row) -> found.put(meter, readings(row)));
        return found;
    }

    private static List<Reading> readings(ResultSet row) throws SQLException {
        var at = longs(row, "at");
        var steps = longs(row, "steps");
        var received = ints(row, "received");
        var quality = ints(row, "quality");
        var readings = new ArrayList<Reading>(at.length);
        for (var i = 0; i < at.length; i++) {
            if (steps[i] >= 0) {
                readings.add(new Reading(at[i], steps[i], received[i], STATUSES[quality[i]]));
            }
        }
        return readings;
    }

    /** Of devices that tell what was consumed: all that overlaps the time, what overlaps that, and so on. */
    Map<Integer, List<Consumed>> consumed(Collection<Reach> reaches) {
        var found = new HashMap<Integer, List<Consumed>>();
        read(reaches, """
                select t.meter, a.*
                  from unnest(?::int[], ?::bigint[], ?::bigint[], ?::bigint[]) as t(meter, first, last, steps)
                 cross join lateral energy.reach_of_intervals(t.meter, to_timestamp(t.first / 1000.0::double precision), to_timestamp(t.last / 1000.0::double precision)) s
                 cross join lateral (
                    select array_agg((date_part('epoch', r.since) * 1000)::bigint order by r.at, r.received) as since,
                           array_agg((date_part('epoch', r.at) * 1000)::bigint order by r.at, r.received) as at,
                           array_agg(case when r.value * t.steps = trunc(r.value * t.steps) and r.value >= 0 and r.value * t.steps < 1e15
                                          then (r.value * t.steps)::bigint else -1 end order by r.at, r.received) as steps,
                           array_agg(r.received order by r.at, r.received) as received,
                           array_agg(r.quality::int order by r.at, r.received) as quality
                      from energy.raw_reading r
                     where r.meter = t.meter and r.at > s.since and r.since < s.until and r.item is null) a
                 where a.at is not null
                """, (meter, row) -> found.put(meter, intervals(row)));
        return found;
    }

    private static List<Consumed> intervals(ResultSet row) throws SQLException {
        var since = longs(row, "since");
        var at = longs(row, "at");
        var steps = longs(row, "steps");
        var received = ints(row, "received");
        var quality = ints(row, "quality");
        var all = new ArrayList<Consumed>(at.length);
        for (var i = 0; i < at.length; i++) {
            if (steps[i] >= 0) {
                all.add(new Consumed(since[i], at[i], steps[i], received[i], STATUSES[quality[i]]));
            }
        }
        return all;
    }

    private interface Take {
        void take(int meter, ResultSet row) throws SQLException;
    }

    private void read(Collection<Reach> reaches, String sql, Take take) {
        if (reaches.isEmpty()) {
            return;
        }
        database.query(
                sql,
                row -> {
                    take.take(row.getInt("meter"), row);
                },
                reaches.stream().mapToInt(reach -> reach.meter().number()).toArray(),
                reaches.stream().mapToLong(Reach::first).toArray(),
                reaches.stream().mapToLong(Reach::last).toArray(),
                reaches.stream().mapToLong(reach -> steps(reach.meter())).toArray());
    }

    private static Long[] longs(ResultSet row, String column) throws SQLException {
        return (Long[]) row.getArray(column).getArray();
    }

    private static Integer[] ints(ResultSet row, String column) throws SQLException {
        return (Integer[]) row.getArray(column).getArray();
    }
}
