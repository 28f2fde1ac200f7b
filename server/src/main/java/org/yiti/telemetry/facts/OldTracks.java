package org.yiti.telemetry.facts;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.yiti.kernel.Retained;

/**
 * Where vehicles were, minute by minute, goes a month at a time, once all of the month is old enough; what was made of it
 * stays, and is not made anew from what is left. Times that cannot be go by when they came.
 */
@Component
class OldTracks implements Retained {

    private static final String ASTRAY =
            " from telemetry.position where (at < '2011-01-01' or at > received_at + interval '31 days') and received_at < ?";

    /** The parts that are months, with the first moment after each. */
    private static final String MONTHS = """
            select * from (
                   select c.relname, (to_date(right(c.relname, 6), 'YYYYMM') + interval '1 month') at time zone 'Asia/Shanghai' as until
                     from pg_inherits i join pg_class c on c.oid = i.inhrelid
                    where i.inhparent = 'telemetry.position'::regclass and c.relname ~ '^position_[0-9]{6}$') m
             where until <= ? order by until
            """;

    private static final String HELD = """
            select (select count(*) from telemetry.position where at >= '2011-01-01' and at < m.until)
                 + (select coalesce(sum(count), 0) from telemetry.packed where telemetry.starts(day) < m.until)
              from (values (?::timestamptz)) m (until)
            """;

    private record Month(String name, Timestamp until) {}

    private final JdbcTemplate database;

    OldTracks(JdbcTemplate database) {
        this.database = database;
    }

    @Override
    public String period() {
        return "tracks";
    }

    @Override
    public long count(Instant before) {
        var moment = Timestamp.from(before);
        var months = months(before);
        return of("select count(*)" + ASTRAY, moment)
                + (months.isEmpty() ? 0 : of(HELD, months.get(months.size() - 1).until()));
    }

    private long of(String question, Timestamp moment) {
        var count = database.queryForObject(question, Long.class, moment);
        return count == null ? 0 : count;
    }

    @Override
    public int purge(Instant before, int most) {
        var months = months(before);
        if (months.isEmpty()) {
            return database.update(
                    "delete from telemetry.position where (terminal, at, digest) in (select terminal, at, digest"
                            + ASTRAY + " limit ?)",
                    Timestamp.from(before),
                    most);
        }
        var month = months.get(0);
        var rows = of(HELD, month.until());
        // Whoever folds holds nothing of it for long; whoever reads it waits until it is gone.
        database.query("select telemetry.drop_month(?)", row -> {}, month.name());
        database.update(
                "insert into telemetry.horizon (since) values (?) on conflict (single) do update set since = greatest(horizon.since, excluded.since)",
                month.until());
        database.update("delete from telemetry.packed where telemetry.starts(day) < ?", month.until());
        database.update("delete from telemetry.checkpoint where before < ?", month.until());
        // An empty month is gone as well; 0 would say that nothing is left to do.
        return (int) Math.max(1, Math.min(rows, Integer.MAX_VALUE));
    }

    private List<Month> months(Instant before) {
        return database.query(
                MONTHS, (row, n) -> new Month(row.getString(1), row.getTimestamp(2)), Timestamp.from(before));
    }
}
