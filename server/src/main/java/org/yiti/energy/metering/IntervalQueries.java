package org.yiti.energy.metering;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yiti.meters.interval.Interval;
import org.yiti.meters.interval.Mark;
import org.yiti.meters.interval.Span;
import org.yiti.meters.interval.Step;

/** Consumption by quarter of an hour, hour, day, week, month or year, with its cost, what must be known about it and where it comes from. */
@Component
class IntervalQueries {

    /** @param newest the last reading received that it rests on, by its place among those of the meter */
    record From(OffsetDateTime first, OffsetDateTime last, long newest, long tariff, long kgce, long co2) {}

    /**
     * @param amount of readings and of imported hours together
     * @param metered what of it readings say; null where none speak of it
     * @param covered how much of the time lies between readings, 0 to 1
     */
    record Point(
            OffsetDateTime start,
            OffsetDateTime end,
            @Nullable BigDecimal amount,
            @Nullable BigDecimal metered,
            @Nullable BigDecimal cost,
            @Nullable BigDecimal kgce,
            @Nullable BigDecimal co2,
            double covered,
            Set<Mark> marks,
            @Nullable From from) {}

    /** An entry of a closed month: what it was taken to be then. */
    record Entry(
            LocalDate month,
            int number,
            OffsetDateTime notedAt,
            BigDecimal amount,
            @Nullable BigDecimal cost) {}

    record Day(LocalDate day, BigDecimal amount, @Nullable Interval metered) {}

    private final JdbcClient database;
    private final MeterFiles meters;
    private final MadeAnew anew;

    IntervalQueries(JdbcClient database, MeterFiles meters, MadeAnew anew) {
        this.database = database;
        this.meters = meters;
        this.anew = anew;
    }

    /** Of readings alone: hours that were imported are no finer than they came. */
    List<Point> quarterHours(UUID meter, LocalDate from, LocalDate to) {
        var file = meters.of(List.of(meter)).get(meter);
        if (file == null) {
            return List.of();
        }
        var consumed = meters.intervals(List.of(meter)).getOrDefault(meter, false);
        var span = new Span(Here.millis(from), Here.millis(to.plusDays(1)));
        return anew.parts(Step.QUARTER_HOUR, file, consumed, span).stream()
                .map(Buckets::of)
                .toList();
    }

    List<Point> hours(UUID meter, LocalDate from, LocalDate to) {
        return database.sql("""
                        select d.day + make_interval(hours => h.n::int - 1) as start, h.amount, d.nanos[h.n] as nanos, coalesce(d.marks[h.n], 0) as marks
                          from energy.meter_day d
                         cross join lateral unnest(d.hours) with ordinality h(amount, n)
                         where d.meter_id = :meter and d.day between :from and :to and h.amount is not null
                         order by 1
                        """)
                .param("meter", meter)
                .param("from", from)
                .param("to", to)
                .query((row, n) -> hour(row))
                .list();
    }

    private static Point hour(ResultSet row) throws SQLException {
        var start = row.getTimestamp("start").toLocalDateTime().atOffset(Here.ZONE);
        var nanos = row.getObject("nanos", Long.class);
        return new Point(
                start,
                start.plusHours(1),
                Buckets.rounded(row.getBigDecimal("amount")),
                nanos == null ? null : Buckets.plain(BigDecimal.valueOf(nanos, 9)),
                null,
                null,
                null,
                1,
                marks(row.getInt("marks")),
                null);
    }

    List<Day> days(UUID meter, LocalDate from, LocalDate to) {
        return database.sql("""
                        select day, amount::numeric as amount, nanos is not null as metered, (select sum(n) from unnest(nanos) n)::bigint as nanos,
                               cost_micros, kgce_micros, co2_micros, covered_millis, day_marks as marks, read_from, read_until, newest, tariff,
                               kgce_factor, co2_factor
                          from energy.meter_day where meter_id = :meter and day between :from and :to order by day
                        """)
                .param("meter", meter)
                .param("from", from)
                .param("to", to)
                .query((row, n) -> day(row))
                .list();
    }

    private static Day day(ResultSet row) throws SQLException {
        var day = row.getObject("day", LocalDate.class);
        return new Day(
                day,
                row.getBigDecimal("amount"),
                row.getBoolean("metered") ? MonthEntries.interval(row, Step.DAY, Here.millis(day)) : null);
    }

    List<Entry> entries(UUID meter, LocalDate from, LocalDate to) {
        return database.sql("""
                        select month, number, noted_at, nanos, cost_micros, tariff from energy.month_entry
                         where meter_id = :meter and month between date_trunc('month', :from::date) and :to::date order by month, number
                        """)
                .param("meter", meter)
                .param("from", from)
                .param("to", to)
                .query((row, n) -> new Entry(
                        row.getObject("month", LocalDate.class),
                        row.getInt("number"),
                        row.getObject("noted_at", OffsetDateTime.class),
                        Buckets.plain(BigDecimal.valueOf(row.getLong("nanos"), 9)),
                        row.getLong("tariff") == -1
                                ? null
                                : Buckets.plain(BigDecimal.valueOf(row.getLong("cost_micros"), 6))))
                .list();
    }

    private static Set<Mark> marks(int bits) {
        var marks = EnumSet.noneOf(Mark.class);
        for (var mark : Mark.values()) {
            if ((bits >> mark.ordinal() & 1) != 0) {
                marks.add(mark);
            }
        }
        return marks;
    }

    static OffsetDateTime moment(long millis) {
        return Instant.ofEpochMilli(millis).atOffset(Here.ZONE);
    }
}
