package org.yiti.energy.metering;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yiti.energy.source.Failing;
import org.yiti.meters.interval.Balance;
import org.yiti.meters.interval.Interval;
import org.yiti.meters.interval.Reading.Status;

/** What a figure of a meter rests on, how its device is, and whether it agrees with those below it. */
@Component
class PointQueries {

    /** What a class-1 meter may be off in a day of nothing. */
    private static final long LEAST_NANOS = 500_000_000;

    private static final int MOST_READINGS = 500;
    private static final Status[] STATUSES = Status.values();

    /** @param received its place among all that came of the meter */
    record Kept(
            OffsetDateTime at,
            @Nullable OffsetDateTime since,
            BigDecimal value,
            String unit,
            Status quality,
            int received,
            OffsetDateTime receivedAt,
            String source,
            String batch) {}

    /** @param failure why no consumption could be made of its readings; null where it could */
    record Device(
            @Nullable String source,
            @Nullable OffsetDateTime heardAt,
            @Nullable OffsetDateTime lastAt,
            @Nullable BigDecimal lastValue,
            @Nullable Boolean tellsConsumption,
            int received,
            @Nullable String failure) {}

    record Balanced(
            OffsetDateTime start,
            BigDecimal parent,
            BigDecimal children,
            BigDecimal residual,
            BigDecimal allowed,
            Balance.Verdict verdict) {}

    private final JdbcClient database;
    private final IntervalQueries intervals;

    PointQueries(JdbcClient database, IntervalQueries intervals) {
        this.database = database;
        this.intervals = intervals;
    }

    /** What was told between two moments, both included, in order of time and arrival. */
    List<Kept> readings(UUID meter, OffsetDateTime from, OffsetDateTime to) {
        return database.sql("""
                        select r.at, r.since, r.value, r.unit, r.quality, r.received, b.received_at, b.source, b.told_as
                          from energy.raw_reading r
                          join energy.meter m on m.number = r.meter
                          join energy.reading_batch b on b.id = r.batch
                         where m.id = :meter and r.at between :from and :to and r.item is null
                         order by r.at, r.received limit :most
                        """)
                .param("meter", meter)
                .param("from", from)
                .param("to", to)
                .param("most", MOST_READINGS)
                .query((row, n) -> new Kept(
                        row.getObject("at", OffsetDateTime.class),
                        row.getObject("since", OffsetDateTime.class),
                        row.getBigDecimal("value"),
                        row.getString("unit"),
                        STATUSES[row.getInt("quality")],
                        row.getInt("received"),
                        row.getObject("received_at", OffsetDateTime.class),
                        row.getString("source"),
                        row.getString("told_as")))
                .list();
    }

    Device device(UUID meter) {
        return database.sql("select * from energy.meter_state where meter_id = :meter")
                .param("meter", meter)
                .query((row, n) -> new Device(
                        row.getString("source"),
                        row.getObject("heard_at", OffsetDateTime.class),
                        row.getObject("last_at", OffsetDateTime.class),
                        row.getBigDecimal("last_value"),
                        row.getObject("intervals", Boolean.class),
                        row.getInt("received"),
                        Failing.shown(row.getString("failure"), LocaleContextHolder.getLocale())))
                .optional()
                .orElse(new Device(null, null, null, null, null, 0, null));
    }

    /** Day by day, over the meters of the same energy that hang directly below it and are known to whoever asks. */
    List<Balanced> balance(UUID meter, LocalDate from, LocalDate to) {
        var children = database.sql("""
                        select c.id from energy.meter c join energy.meter m on m.id = c.parent_id
                         where m.id = :meter and c.energy_kind = m.energy_kind and coalesce(c.removed_on, 'infinity') > :from
                        """)
                .param("meter", meter)
                .param("from", from)
                .query(UUID.class)
                .list();
        if (children.isEmpty()) {
            return List.of();
        }
        return Balance.of(
                        metered(meter, from, to),
                        children.stream().map(child -> metered(child, from, to)).toList(),
                        tolerance(meter, to))
                .stream()
                .map(PointQueries::balanced)
                .toList();
    }

    /** What the rules allow (EN-02c above, EN-02e below) where the meter stands. */
    private Balance.Tolerance tolerance(UUID meter, LocalDate on) {
        return database.sql("""
                        select (select x.value from facts.meter_sum_tolerance x where x.division = d.code and x.valid @> :on::date) as above,
                               (select x.value from facts.meter_residual_share x where x.division = d.code and x.valid @> :on::date) as below
                          from energy.meter m
                          join organization.institution i on i.id = m.institution_id
                          join organization.division d on d.id = i.division_id
                         where m.id = :meter
                        """)
                .param("meter", meter)
                .param("on", on)
                .query((row, n) -> new Balance.Tolerance(
                        permille(row.getBigDecimal("above")), permille(row.getBigDecimal("below")), LEAST_NANOS))
                .single();
    }

    /** Where the law of the place is not known nothing is allowed. */
    private static long permille(@Nullable BigDecimal share) {
        return share == null ? 0 : share.movePointRight(3).longValue();
    }

    private List<Interval> metered(UUID meter, LocalDate from, LocalDate to) {
        var metered = new ArrayList<Interval>();
        for (var day : intervals.days(meter, from, to)) {
            var known = day.metered();
            if (known != null) {
                metered.add(known);
            }
        }
        return metered;
    }

    private static Balanced balanced(Balance balance) {
        return new Balanced(
                IntervalQueries.moment(balance.startMillis()),
                units(balance.parentNanos()),
                units(balance.childrenNanos()),
                units(balance.residualNanos()),
                units(balance.allowedNanos()),
                balance.verdict());
    }

    private static BigDecimal units(long nanos) {
        return Buckets.plain(BigDecimal.valueOf(nanos, 9));
    }
}
