package org.yiti.insight.cockpit;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yiti.identity.Scope;
import org.yiti.kernel.Label;

/** The figures of the cockpit, each one SQL over the ledgers in scope. */
@Component
class CockpitQueries {

    private static final int SHOWN = 8;

    private final JdbcClient database;
    private final Scope scope;
    private final Clock clock;

    CockpitQueries(JdbcClient database, Scope scope, Clock clock) {
        this.database = database;
        this.scope = scope;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public CockpitView get(@Nullable UUID institution) {
        var within = institution == null ? scope.institutions() : scope.subtree(institution);
        var today = LocalDate.now(clock);
        return new CockpitView(
                today,
                institution == null ? null : unit(institution),
                new Holdings(database).list(within, today),
                totals(within, today),
                byRule(within),
                byInstitution(within, today),
                findingTrend(within, today),
                new Trends(database).energy(within, today),
                new Trends(database).fleet(within, today),
                roomUse(within),
                idle(within, today));
    }

    /** Adds the scope to a query that has the placeholder {@code {scope:alias}}; all institutions need no condition. */
    static JdbcClient.StatementSpec scoped(JdbcClient database, String sql, @Nullable Set<UUID> within) {
        if (within == null) {
            return database.sql(sql.replaceAll("\\{scope:\\w+}", "true"));
        }
        return database.sql(sql.replaceAll("\\{scope:(\\w+)}", "$1.institution_id = any(:institutions)"))
                .param("institutions", within.toArray(UUID[]::new));
    }

    private CockpitView.Unit unit(UUID id) {
        return database.sql("select id, name from organization.institution where id = :id")
                .param("id", id)
                .query(CockpitView.Unit.class)
                .single();
    }

    private CockpitView.FindingTotals totals(@Nullable Set<UUID> within, LocalDate today) {
        return scoped(database, """
                        select count(*) filter (where open and not reminds) as open,
                               count(*) filter (where open and severity = 'VIOLATION') as violation,
                               count(*) filter (where open and severity = 'SUSPICION') as suspicion,
                               count(*) filter (where open and reminds) as reminder,
                               count(*) filter (where open and reminds and due_on < :today) as lapsed,
                               count(*) filter (where state = 'NEW' and not reminds) as unseen,
                               count(*) filter (where state = 'VERIFYING') as verifying,
                               count(*) filter (where state = 'EXPLAINING') as explaining,
                               count(*) filter (where state = 'RECTIFYING') as rectifying,
                               count(*) filter (where state = 'REVIEWING') as reviewing,
                               count(*) filter (where open and not reminds and due_on < :today) as overdue,
                               (select count(*) from supervision.finding_event e join supervision.finding f on f.id = e.finding_id
                                 where e.to_state = 'CLOSED' and e.at >= :month and f.severity <> 'REMINDER' and {scope:f}) as closed_this_month,
                               count(*) filter (where state = 'MENDED' and not reminds and mended_on >= :month) as mended_this_month
                          from (select *, state not in ('CLOSED', 'DISMISSED', 'MENDED') as open, severity = 'REMINDER' as reminds
                                  from supervision.finding f where {scope:f}) findings
                        """, within)
                .param("today", today)
                .param("month", today.withDayOfMonth(1))
                .query(CockpitView.FindingTotals.class)
                .single();
    }

    private List<CockpitView.ByRule> byRule(@Nullable Set<UUID> within) {
        return scoped(database, """
                        select r.id, r.code, r.title_zh, r.title_en, r.module, r.severity, count(*) as open
                          from supervision.finding f join supervision.rule r on r.id = f.rule_id
                         where f.state not in ('CLOSED', 'DISMISSED', 'MENDED') and f.severity <> 'REMINDER' and {scope:f}
                         group by r.id order by count(*) desc, r.id
                        """, within)
                .query((row, n) -> new CockpitView.ByRule(
                        row.getString("id"),
                        row.getString("code"),
                        new Label(row.getString("title_zh"), row.getString("title_en")),
                        row.getString("module"),
                        row.getString("severity"),
                        row.getLong("open")))
                .list();
    }

    private List<CockpitView.ByInstitution> byInstitution(@Nullable Set<UUID> within, LocalDate today) {
        return scoped(database, """
                        select i.id, i.name, count(*) as open, count(*) filter (where f.severity = 'VIOLATION') as violation,
                               count(*) filter (where f.due_on < :today) as overdue
                          from supervision.finding f join organization.institution i on i.id = f.institution_id
                         where f.state not in ('CLOSED', 'DISMISSED', 'MENDED') and f.severity <> 'REMINDER' and {scope:f}
                         group by i.id order by open desc, violation desc, i.name limit :shown
                        """, within)
                .param("today", today)
                .param("shown", SHOWN)
                .query(CockpitView.ByInstitution.class)
                .list();
    }

    /** How many came and went each month, and how many stood open at its end, told from the history of each. */
    private List<CockpitView.FindingMonth> findingTrend(@Nullable Set<UUID> within, LocalDate today) {
        return scoped(database, """
                        with month as (
                            select m::date as month, (m + interval '1 month')::date as next
                              from generate_series(date_trunc('month', :today::date) - interval '11 months', date_trunc('month', :today::date), '1 month') m),
                        moved as (
                            select (e.at at time zone 'Asia/Shanghai')::date as day,
                                   case when e.from_state is null or e.from_state in ('CLOSED', 'DISMISSED', 'MENDED') then 1 else 0 end as came,
                                   case when e.to_state in ('CLOSED', 'DISMISSED', 'MENDED')
                                         and coalesce(e.from_state, 'NEW') not in ('CLOSED', 'DISMISSED', 'MENDED') then 1 else 0 end as went
                              from supervision.finding_event e join supervision.finding f on f.id = e.finding_id
                             where {scope:f} and f.severity <> 'REMINDER' and e.to_state is distinct from e.from_state)
                        select to_char(m.month, 'YYYY-MM') as month,
                               coalesce(sum(came) filter (where v.day >= m.month), 0) as opened,
                               coalesce(sum(went) filter (where v.day >= m.month), 0) as closed,
                               coalesce(sum(came - went), 0) as open
                          from month m left join moved v on v.day < m.next
                         group by m.month order by m.month
                        """, within)
                .param("today", today)
                .query(CockpitView.FindingMonth.class)
                .list();
    }

    private List<CockpitView.UseTotal> roomUse(@Nullable Set<UUID> within) {
        return scoped(
                        database,
                        "select r.use, count(*) as rooms, sum(r.usable_area) as area from premises.room r where {scope:r} group by r.use order by area desc",
                        within)
                .query(CockpitView.UseTotal.class)
                .list();
    }

    private CockpitView.Idle idle(@Nullable Set<UUID> within, LocalDate today) {
        return scoped(database, """
                        select count(*) as rooms, coalesce(sum(r.usable_area), 0) as area,
                               (select count(*) from fleet.vehicle v where v.status = 'IDLE' and {scope:v}) as vehicles
                          from premises.room r
                         where {scope:r} and r.use = 'OFFICE' and not exists (
                               select from premises.occupancy o where o.room_id = r.id
                                  and :today::date between o.starts_on and coalesce(o.ends_on, 'infinity'))
                        """, within)
                .param("today", today)
                .query(CockpitView.Idle.class)
                .single();
    }
}
