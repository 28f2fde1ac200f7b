package org.yiti.energy.metering;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yiti.meters.interval.Derivation;
import org.yiti.meters.interval.Interval;
import org.yiti.meters.interval.Mark;
import org.yiti.meters.interval.Step;

/** Consumption by hour, day, month or year, with its cost, what must be known about it and where it comes from. */
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

    IntervalQueries(JdbcClient database) {
        this.database = database;
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
                rounded(row.getBigDecimal("amount")),
                nanos == null ? null : BigDecimal.valueOf(nanos, 9).stripTrailingZeros(),
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

    /** @param months of one bucket: one for a month, twelve for a year; 0 for days as they are */
    List<Point> added(List<Day> days, int months) {
        var buckets = new TreeMap<LocalDate, List<Day>>();
        for (var day : days) {
            var first = months == 0
                    ? day.day()
                    : months == 1 ? day.day().withDayOfMonth(1) : day.day().withDayOfYear(1);
            buckets.computeIfAbsent(first, bucket -> new ArrayList<>()).add(day);
        }
        return buckets.entrySet().stream()
                .map(bucket -> point(
                        bucket.getKey(),
                        months == 0 ? bucket.getKey().plusDays(1) : bucket.getKey().plusMonths(months),
                        bucket.getValue()))
                .toList();
    }

    private static Point point(LocalDate first, LocalDate next, List<Day> days) {
        var amount = days.stream().map(Day::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
        var metered = new ArrayList<Interval>();
        for (var day : days) {
            var known = day.metered();
            if (known != null) {
                metered.add(known);
            }
        }
        var start = first.atStartOfDay().atOffset(Here.ZONE);
        var end = next.atStartOfDay().atOffset(Here.ZONE);
        if (metered.isEmpty()) {
            return new Point(start, end, rounded(amount), null, null, null, null, 0, Set.of(), null);
        }
        return summed(start, end, rounded(amount), metered);
    }

    private static Point summed(
            OffsetDateTime start, OffsetDateTime end, BigDecimal amount, List<Interval> metered) {
        var whole = metered.size() == 1
                ? metered
                : Derivation.added(metered, Step.MONTH, Here.ZONE);
        var sum = BigDecimal.ZERO;
        var marks = EnumSet.noneOf(Mark.class);
        var covered = 0L;
        for (var part : whole) {
            sum = sum.add(part.amount());
            marks.addAll(part.marks());
            covered += part.coveredMillis();
        }
        var lineage = whole.get(0).lineage();
        var last = whole.get(whole.size() - 1).lineage();
        return new Point(
                start,
                end,
                amount,
                sum.stripTrailingZeros(),
                total(whole, Mark.NO_TARIFF),
                total(whole, Mark.NO_KGCE),
                total(whole, Mark.NO_CO2),
                (double) covered / (end.toInstant().toEpochMilli() - start.toInstant().toEpochMilli()),
                marks,
                new From(
                        moment(lineage.fromMillis()),
                        moment(last.untilMillis()),
                        whole.stream().mapToLong(part -> part.lineage().newest()).max().orElse(-1),
                        last.tariff(),
                        last.kgce(),
                        last.co2()));
    }

    private static @Nullable BigDecimal total(List<Interval> parts, Mark unless) {
        if (parts.stream().anyMatch(part -> part.is(unless))) {
            return null;
        }
        return BigDecimal.valueOf(
                        parts.stream()
                                .mapToLong(part -> switch (unless) {
                                    case NO_TARIFF -> part.costMicros();
                                    case NO_KGCE -> part.kgceMicros();
                                    default -> part.co2Micros();
                                })
                                .sum(),
                        6)
                .stripTrailingZeros();
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
                        BigDecimal.valueOf(row.getLong("nanos"), 9).stripTrailingZeros(),
                        row.getLong("tariff") == -1
                                ? null
                                : BigDecimal.valueOf(row.getLong("cost_micros"), 6)
                                        .stripTrailingZeros()))
                .list();
    }

    private static BigDecimal rounded(BigDecimal amount) {
        return amount.setScale(6, RoundingMode.HALF_UP).stripTrailingZeros();
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
