package org.yiti.supervision.board;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yiti.calendar.WorkCalendar;
import org.yiti.kernel.Label;

/** What the figures of the board are made of where they are told by rule and by person: by the rights of whoever looks. */
@Component
class BoardRows {

    /** Counted as the figure {@code mending.weighted-findings} counts, apart by rule. */
    private static final String RULES = """
            select r.id, r.title_zh, r.title_en, max(f.severity) filter (where f.severity = 'VIOLATION') as violation,
                   sum(case f.severity when 'VIOLATION' then 1 else 0.5 end) as weight, count(*) as open, count(distinct f.institution_id) as units
              from supervision.finding f join supervision.rule r on r.id = f.rule_id
             where f.state not in ('CLOSED', 'DISMISSED', 'MENDED') and f.severity <> 'REMINDER' and (:all or f.institution_id = any (:within))
             group by r.id order by weight desc, open desc, r.id limit :most
            """;

    /** Findings in a case are late with it: whoever is in charge of that is asked for both. */
    private static final String LATE = """
            with late as (
                select f.institution_id, f.assignee, f.due_on, 1 as finding, 0 as file from supervision.finding f
                 where f.state not in ('CLOSED', 'DISMISSED', 'MENDED') and f.severity <> 'REMINDER' and f.due_on < :today
                   and (:all or f.institution_id = any (:within))
                union all
                select c.institution_id, c.assignee, c.due_on, 0, 1 from supervision.case_file c
                 where c.stage not in ('CLOSED', 'MERGED') and c.due_on < :today and (:all or c.institution_id = any (:within)))
            select i.id, i.name, late.assignee, a.name as person, sum(finding) as findings, sum(file) as cases, min(due_on) as since
              from late
              join organization.institution i on i.id = late.institution_id
              left join identity.account a on a.account = late.assignee
             group by i.id, i.name, late.assignee, a.name
             order by count(*) desc, since, i.name, late.assignee nulls first limit :most
            """;

    private final JdbcClient database;
    private final WorkCalendar calendar;

    BoardRows(JdbcClient database, WorkCalendar calendar) {
        this.database = database;
        this.calendar = calendar;
    }

    private JdbcClient.StatementSpec within(String sql, @Nullable Set<UUID> within, int most) {
        return database.sql(sql)
                .param("all", within == null)
                .param("within", within == null ? new UUID[0] : within.toArray(UUID[]::new))
                .param("most", most);
    }

    List<BoardView.Rule> rules(@Nullable Set<UUID> within, int most) {
        return within(RULES, within, most)
                .query((row, n) -> new BoardView.Rule(
                        row.getString("id"),
                        new Label(row.getString("title_zh"), row.getString("title_en")),
                        row.getString("violation") == null ? "SUSPICION" : "VIOLATION",
                        row.getBigDecimal("weight"),
                        row.getLong("open"),
                        row.getLong("units")))
                .list();
    }

    List<BoardView.Late> late(@Nullable Set<UUID> within, LocalDate today, int most) {
        return within(LATE, within, most)
                .param("today", today)
                .query((row, n) -> {
                    var since = row.getObject("since", LocalDate.class);
                    var account = row.getString("assignee");
                    var name = row.getString("person");
                    return new BoardView.Late(
                            new BoardView.Institution(row.getObject("id", UUID.class), row.getString("name")),
                            account == null ? null : new BoardView.Person(account, name == null ? account : name),
                            row.getLong("findings"),
                            row.getLong("cases"),
                            since,
                            calendar.workdaysBetween(since, today));
                })
                .list();
    }

    private record Risk(UUID institutionId, BigDecimal score) {}

    Map<UUID, BigDecimal> risks(Collection<UUID> units) {
        return database
                .sql(
                        "select institution_id, score from supervision.risk where dimension = 'ALL' and institution_id = any (:units)")
                .param("units", units.toArray(UUID[]::new))
                .query(Risk.class)
                .list()
                .stream()
                .collect(Collectors.toMap(Risk::institutionId, Risk::score));
    }

    Map<UUID, BoardView.Institution> institutions(Collection<UUID> ids) {
        return database
                .sql("select id, name from organization.institution where id = any (:ids)")
                .param("ids", ids.toArray(UUID[]::new))
                .query(BoardView.Institution.class)
                .list()
                .stream()
                .collect(Collectors.toMap(BoardView.Institution::id, Function.identity()));
    }

    BoardView.Institution institution(UUID id) {
        return database.sql("select id, name from organization.institution where id = :id")
                .param("id", id)
                .query(BoardView.Institution.class)
                .single();
    }
}
