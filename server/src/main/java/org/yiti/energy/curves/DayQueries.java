package org.yiti.energy.curves;

import java.math.BigDecimal;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yiti.energy.EnergyRefusal;
import org.yiti.identity.Scope;
import org.yiti.kernel.Refused;
import org.yiti.kernel.code.CodeTables;

/** A meter day by day and hour by hour, with what the calendar and the law say about these hours. */
@Component
class DayQueries {

    record Named(UUID id, String name) {}

    /** @param parts how many meters of the same energy hang below it, as far as the caller may see them */
    record Meter(
            UUID id,
            String code,
            String name,
            String energyKind,
            @Nullable String unit,
            @Nullable Named parent,
            long parts) {}

    /**
     * @param from first hour of the night, before midnight when it is later than until
     * @param limit most the mean load of the night may be of that of the whole day; null where no rule judges this meter
     * @param leastDays complete days a month needs to be judged
     */
    record Night(
            int from,
            int until,
            @Nullable BigDecimal limit,
            @Nullable Integer leastDays) {

        Integer[] hours() {
            return IntStream.range(from, from > until ? until + 24 : until)
                    .mapToObj(hour -> hour % 24)
                    .toArray(Integer[]::new);
        }
    }

    /** @param hours 24 amounts, null where an hour has no reading; null where none of the day has one */
    record Day(
            LocalDate day,
            String kind,
            @Nullable String name,
            @Nullable List<@Nullable Double> hours) {}

    record Known(LocalDate first, LocalDate last) {}

    /** @param known the days of the oldest and the newest reading */
    record Days(
            Meter meter,
            LocalDate from,
            LocalDate to,
            @Nullable Known known,
            @Nullable Night night,
            List<Day> days) {}

    private final JdbcClient database;
    private final Scope scope;

    DayQueries(JdbcClient database, Scope scope) {
        this.database = database;
        this.scope = scope;
    }

    @Transactional(readOnly = true)
    public Days days(UUID id, LocalDate from, LocalDate to) {
        return new Days(meter(id), from, to, known(id), night(id, to), list(id, from, to));
    }

    private List<Day> list(UUID meter, LocalDate from, LocalDate to) {
        return database.sql("""
                        select t.day, coalesce(c.kind, case when extract(isodow from t.day) < 6 then 'WORKDAY' else 'WEEKEND' end) as kind,
                               c.name, d.hours
                          from (select generate_series(:from::date, :to::date, '1 day')::date as day) t
                          left join energy.meter_day d on d.meter_id = :meter and d.day = t.day
                          left join facts.calendar_day c on c.date = t.day
                         order by t.day
                        """)
                .param("meter", meter)
                .param("from", from)
                .param("to", to)
                .query((row, n) -> new Day(
                        row.getObject("day", LocalDate.class),
                        row.getString("kind"),
                        row.getString("name"),
                        hours(row.getArray("hours"))))
                .list();
    }

    static @Nullable List<@Nullable Double> hours(@Nullable Array hours) throws SQLException {
        return hours == null ? null : Arrays.asList((@Nullable Double[]) hours.getArray());
    }

    private Meter meter(UUID id) {
        var visible = scope.institutions();
        return database.sql("""
                        select m.code, m.name, m.energy_kind, p.id as parent_id, p.name as parent_name,
                               (select count(*) from energy.meter c
                                 where c.parent_id = m.id and c.energy_kind = m.energy_kind
                                   and (:all or c.institution_id = any(:visible))) as parts
                          from energy.meter m
                          left join energy.meter p on p.id = m.parent_id and (:all or p.institution_id = any(:visible))
                         where m.id = :id
                        """)
                .param("id", id)
                .param("all", visible == null)
                .param("visible", visible == null ? new UUID[0] : visible.toArray(UUID[]::new))
                .query((row, n) -> meter(id, row))
                .optional()
                .orElseThrow(() -> new Refused(EnergyRefusal.METER_NOT_FOUND));
    }

    private static Meter meter(UUID id, ResultSet row) throws SQLException {
        var kind = row.getString("energy_kind");
        var parent = row.getObject("parent_id", UUID.class);
        return new Meter(
                id,
                row.getString("code"),
                row.getString("name"),
                kind,
                CodeTables.get("energy-kind")
                        .find(kind)
                        .map(code -> code.unit())
                        .orElse(null),
                parent == null ? null : new Named(parent, row.getString("parent_name")),
                row.getLong("parts"));
    }

    private @Nullable Known known(UUID meter) {
        return database.sql(
                        "select min(day) as first, max(day) as last from energy.meter_day where meter_id = :meter having count(*) > 0")
                .param("meter", meter)
                .query(Known.class)
                .optional()
                .orElse(null);
    }

    /** What is night here: null where the law of the place is not known. */
    @Nullable
    Night night(UUID meter, LocalDate on) {
        return database.sql("""
                        select s.value::int as "from", e.value::int as until, l.value as "limit", n.value::int as least_days
                          from energy.meter m
                          join organization.institution o on o.id = m.institution_id
                          join organization.division i on i.id = o.division_id
                          join facts.night_hours s on s.division = i.code and s.bound = 'START' and s.valid @> :on::date
                          join facts.night_hours e on e.division = i.code and e.bound = 'END' and e.valid @> :on::date
                          left join facts.night_load_share l on l.division = i.code and l.valid @> :on::date
                               and m.energy_kind = 'ELECTRICITY' and m.parent_id is null
                          left join facts.night_load_least_days n on n.division = i.code and n.valid @> :on::date
                         where m.id = :meter
                        """)
                .param("meter", meter)
                .param("on", on)
                .query(Night.class)
                .optional()
                .orElse(null);
    }
}
