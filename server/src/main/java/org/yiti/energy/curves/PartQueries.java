package org.yiti.energy.curves;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yiti.identity.Scope;

/** A meter beside those that hang below it, on the days all of them were read completely. */
@Component
class PartQueries {

    /** @param hours sums of the 24 hours over these days */
    record Sum(String month, boolean workday, long days, List<@Nullable Double> hours) {}

    record Part(UUID id, String code, String name, @Nullable String item, List<Sum> sums) {}

    record Parts(Part whole, List<Part> parts) {}

    private final JdbcClient database;
    private final Scope scope;

    PartQueries(JdbcClient database, Scope scope) {
        this.database = database;
        this.scope = scope;
    }

    @Transactional(readOnly = true)
    public Parts parts(CurveQueries.Meter meter, LocalDate from, LocalDate to) {
        var visible = scope.institutions();
        var family = new LinkedHashMap<UUID, Part>();
        database.sql("""
                        with family as (
                            select m.id, m.code, m.name, m.item from energy.meter m
                             where m.id = :meter
                                or (m.parent_id = :meter and m.energy_kind = :kind and (:all or m.institution_id = any(:visible))
                                    and exists (select from energy.meter_day d where d.meter_id = m.id and d.day between :from and :to))),
                        complete as (
                            select d.day from energy.meter_day d join family f on f.id = d.meter_id
                             where d.day between :from and :to and d.hours_read = 24
                             group by d.day having count(*) = (select count(*) from family)),
                        hourly as (
                            select d.meter_id, to_char(d.day, 'YYYY-MM') as month,
                                   coalesce(c.is_workday, extract(isodow from d.day) < 6) as workday, h.hour,
                                   count(*) as days, round(sum(h.amount)::numeric, 3)::double precision as amount
                              from complete t
                              join energy.meter_day d on d.day = t.day and d.meter_id in (select id from family)
                              left join facts.calendar_day c on c.date = d.day
                             cross join lateral unnest(d.hours) with ordinality h(amount, hour)
                             group by d.meter_id, 2, 3, h.hour),
                        sums as (
                            select meter_id, month, workday, max(days) as days, array_agg(amount order by hour) as hours
                              from hourly group by meter_id, month, workday)
                        select f.id, f.code, f.name, f.item, s.month, s.workday, s.days, s.hours
                          from family f left join sums s on s.meter_id = f.id
                         order by f.code, s.month, s.workday
                        """)
                .param("meter", meter.id())
                .param("kind", meter.energyKind())
                .param("all", visible == null)
                .param("visible", visible == null ? new UUID[0] : visible.toArray(UUID[]::new))
                .param("from", from)
                .param("to", to)
                .query(row -> {
                    var id = row.getObject("id", UUID.class);
                    var known = family.get(id);
                    var part = known == null ? part(row) : known;
                    family.put(id, part);
                    var hours = DayQueries.hours(row.getArray("hours"));
                    if (hours != null) {
                        part.sums().add(sum(row, hours));
                    }
                });
        var whole = Objects.requireNonNull(family.remove(meter.id()));
        return new Parts(
                whole,
                family.values().stream()
                        .sorted(Comparator.comparingDouble(PartQueries::total).reversed())
                        .toList());
    }

    private static Sum sum(ResultSet row, List<@Nullable Double> hours) throws SQLException {
        return new Sum(row.getString("month"), row.getBoolean("workday"), row.getLong("days"), hours);
    }

    private static Part part(ResultSet row) throws SQLException {
        return new Part(
                row.getObject("id", UUID.class),
                row.getString("code"),
                row.getString("name"),
                row.getString("item"),
                new ArrayList<>());
    }

    private static double total(Part part) {
        return part.sums().stream()
                .flatMap(sum -> sum.hours().stream())
                .mapToDouble(hour -> hour == null ? 0 : hour)
                .sum();
    }
}
