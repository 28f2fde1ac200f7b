package org.yiti.insight.cockpit;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Month by month: electricity beside the year before, and what the fleet drove and burned. */
final class Trends {

    private static final String MONTHS = """
            with month as (
                select m::date as month from generate_series(
                    date_trunc('month', :today::date) - interval '12 months', date_trunc('month', :today::date) - interval '1 month', '1 month') m)
            """;

    private final JdbcClient database;

    Trends(JdbcClient database) {
        this.database = database;
    }

    List<CockpitView.EnergyMonth> energy(@Nullable Set<UUID> within, LocalDate today) {
        return CockpitQueries.scoped(database, MONTHS + """
                        , used as (
                            select c.month, sum(c.amount) as amount from energy.consumption c
                             where c.energy_kind = 'ELECTRICITY' and c.month >= date_trunc('month', :today::date) - interval '24 months' and {scope:c}
                             group by c.month)
                        select to_char(m.month, 'YYYY-MM') as month, u.amount as electricity, l.amount as last_year
                          from month m left join used u on u.month = m.month
                          left join used l on l.month = m.month - interval '1 year'
                         order by m.month
                        """, within)
                .param("today", today)
                .query(CockpitView.EnergyMonth.class)
                .list();
    }

    List<CockpitView.FleetMonth> fleet(@Nullable Set<UUID> within, LocalDate today) {
        return CockpitQueries.scoped(database, MONTHS + """
                        , driven as (
                            select date_trunc('month', t.started_at, 'Asia/Shanghai') as month, sum(t.kilometres) as km
                              from fleet.trip t
                             where t.started_at >= date_trunc('month', :today::date) - interval '12 months' and {scope:t} group by 1),
                        burned as (
                            select date_trunc('month', f.fuelled_at, 'Asia/Shanghai') as month, sum(f.litres) filter (where f.grade is null or f.grade not in ('ELECTRICITY', 'NATURAL_GAS', 'NON_FUEL')) as litres, sum(f.amount) as amount
                              from fleet.fuel_record f
                             where f.fuelled_at >= date_trunc('month', :today::date) - interval '12 months' and {scope:f} group by 1)
                        select to_char(m.month, 'YYYY-MM') as month, coalesce(d.km, 0) as km, coalesce(b.litres, 0) as litres,
                               coalesce(b.amount, 0) as amount
                          from month m
                          left join driven d on (d.month at time zone 'Asia/Shanghai')::date = m.month
                          left join burned b on (b.month at time zone 'Asia/Shanghai')::date = m.month
                         order by m.month
                        """, within)
                .param("today", today)
                .query(CockpitView.FleetMonth.class)
                .list();
    }
}
