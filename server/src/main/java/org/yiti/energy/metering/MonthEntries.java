package org.yiti.energy.metering;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.yiti.kernel.ledger.LedgerChanged;
import org.yiti.meters.interval.Derivation;
import org.yiti.meters.interval.Interval;
import org.yiti.meters.interval.Lineage;
import org.yiti.meters.interval.Step;

/**
 * What closed months came to, and what is known of them since. An entry is never changed: what is learned later is another
 * one beside it, and the difference of two is the correction.
 */
@Component
class MonthEntries {

    /** A month of a meter. */
    record Which(UUID meter, LocalDate month) {}

    private final JdbcTemplate database;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    MonthEntries(JdbcTemplate database, ApplicationEventPublisher events, Clock clock) {
        this.database = database;
        this.events = events;
        this.clock = clock;
    }

    /** Notes what changed days make of months that are closed. */
    void correct(List<DayRows.Changed> changed) {
        var touched = new LinkedHashSet<Which>();
        changed.forEach(one -> touched.add(new Which(one.meter(), one.day().withDayOfMonth(1))));
        var closed = new LinkedHashMap<Which, UUID>();
        database.query(
                """
                select t.meter, t.month, c.institution_id from unnest(?::uuid[], ?::date[]) as t(meter, month)
                  join energy.closed_month c on c.institution_id = energy.holder(t.meter, t.month) and c.month = t.month
                """,
                row -> {
                    closed.put(
                            new Which(row.getObject("meter", UUID.class), row.getObject("month", LocalDate.class)),
                            row.getObject("institution_id", UUID.class));
                },
                touched.stream().map(Which::meter).toArray(UUID[]::new),
                touched.stream().map(which -> which.month().toString()).toArray(String[]::new));
        var corrected = new LinkedHashSet<UUID>();
        closed.forEach((which, institution) -> {
            var now = known(which).orElseGet(() -> nothing(which.month()));
            if (latest(which).map(before -> differ(before, now)).orElse(true)) {
                enter(which, now, false);
                corrected.add(institution);
            }
        });
        tell(corrected);
    }

    /** What closed months came to is consumption, and judged as such. */
    private void tell(Set<UUID> institutions) {
        if (!institutions.isEmpty()) {
            events.publishEvent(new LedgerChanged("energy.consumption", Set.copyOf(institutions)));
        }
    }

    /** Books the month of every meter that was the institution's at its end and of which anything is known. */
    int book(UUID institution, LocalDate month) {
        var meters = database.queryForList("""
                select m.id from energy.meter m
                 where (m.institution_id = ? or exists (select from energy.meter_past p where p.meter_id = m.id and p.institution_id = ?))
                   and energy.holder(m.id, ?::date) = ?
                   and exists (select from energy.meter_day d
                                where d.meter_id = m.id and d.day >= ?::date and d.day < ?::date + interval '1 month' and d.nanos is not null)
                 order by m.number
                """, UUID.class, institution, institution, month, institution, month, month);
        meters.stream()
                .map(meter -> new Which(meter, month))
                .forEach(which -> known(which).ifPresent(now -> enter(which, now, true)));
        tell(Set.of(institution));
        return meters.size();
    }

    /** What the days say of it now. */
    Optional<Interval> known(Which which) {
        var days = database.query(
                """
                select day, (select sum(n) from unnest(nanos) n)::bigint as nanos, cost_micros, kgce_micros, co2_micros, covered_millis, day_marks as marks,
                       read_from, read_until, newest, tariff, kgce_factor, co2_factor
                  from energy.meter_day
                 where meter_id = ? and day >= ?::date and day < ?::date + interval '1 month' and nanos is not null
                 order by day
                """,
                (row, n) -> interval(row, Step.DAY, Here.millis(row.getObject("day", LocalDate.class))),
                which.meter(),
                which.month(),
                which.month());
        return Derivation.added(days, Step.MONTH, Here.ZONE).stream().findFirst();
    }

    private Optional<Interval> latest(Which which) {
        return database
                .query(
                        """
                        select nanos, cost_micros, kgce_micros, co2_micros, covered_millis, marks, read_from, read_until, newest, tariff, kgce_factor, co2_factor
                          from energy.month_entry where meter_id = ? and month = ? order by number desc limit 1
                        """,
                        (row, n) -> interval(row, Step.MONTH, Here.millis(which.month())),
                        which.meter(),
                        which.month())
                .stream()
                .findFirst();
    }

    static Interval interval(ResultSet row, Step step, long start) throws SQLException {
        return new Interval(
                step,
                start,
                step.next(start, Here.ZONE),
                row.getLong("nanos"),
                row.getLong("cost_micros"),
                row.getLong("kgce_micros"),
                row.getLong("co2_micros"),
                row.getLong("covered_millis"),
                row.getInt("marks"),
                new Lineage(
                        row.getTimestamp("read_from").getTime(),
                        row.getTimestamp("read_until").getTime(),
                        row.getLong("newest"),
                        row.getLong("tariff"),
                        row.getLong("kgce_factor"),
                        row.getLong("co2_factor")));
    }

    private static Interval nothing(LocalDate month) {
        var start = Here.millis(month);
        var until = Step.MONTH.next(start, Here.ZONE);
        return new Interval(
                Step.MONTH,
                start,
                until,
                0,
                0,
                0,
                0,
                0,
                0,
                new Lineage(start, until, -1, Lineage.NONE, Lineage.NONE, Lineage.NONE));
    }

    /** Where it comes from may be another reading that says the same: that is no correction. */
    private static boolean differ(Interval before, Interval now) {
        return before.nanos() != now.nanos()
                || before.costMicros() != now.costMicros()
                || before.kgceMicros() != now.kgceMicros()
                || before.co2Micros() != now.co2Micros()
                || before.coveredMillis() != now.coveredMillis()
                || before.markBits() != now.markBits();
    }

    /** The booking is number 0; of a meter that spoke of the month only after it was closed there is none. */
    private void enter(Which which, Interval now, boolean booking) {
        var lineage = now.lineage();
        database.update(
                """
                insert into energy.month_entry (meter_id, month, number, noted_at, nanos, cost_micros, kgce_micros, co2_micros, covered_millis, marks,
                                                read_from, read_until, newest, tariff, kgce_factor, co2_factor)
                select m, d, coalesce((select max(e.number) + 1 from energy.month_entry e where e.meter_id = m and e.month = d), n),
                       ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?
                  from (values (?::uuid, ?::date, ?)) w(m, d, n)
                """,
                Timestamp.from(clock.instant()),
                now.nanos(),
                now.costMicros(),
                now.kgceMicros(),
                now.co2Micros(),
                now.coveredMillis(),
                now.markBits(),
                new Timestamp(lineage.fromMillis()),
                new Timestamp(lineage.untilMillis()),
                lineage.newest(),
                lineage.tariff(),
                lineage.kgce(),
                lineage.co2(),
                which.meter(),
                which.month(),
                booking ? 0 : 1);
    }
}
