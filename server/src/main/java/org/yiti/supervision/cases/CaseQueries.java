package org.yiti.supervision.cases;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yiti.identity.Permission;
import org.yiti.identity.Scope;
import org.yiti.kernel.Cursor;
import org.yiti.kernel.Label;
import org.yiti.kernel.Refused;
import org.yiti.supervision.SupervisionRefusal;
import org.yiti.supervision.cases.file.Deadlines;
import org.yiti.supervision.cases.file.Stage;
import tools.jackson.databind.json.JsonMapper;

/** Lists of cases: an inspector's inbox, and all there are. */
@Component
class CaseQueries {

    static final String SELECT = """
            select c.*, i.name as institution_name, a.name as assignee_name,
                   held.findings, held.standing, held.rules,
                   exists (select from supervision.case_proposal p where p.case_id = c.id and p.decided_at is null and p.gone_at is null) as proposed
            """;

    private static final String FROM = """
             from supervision.case_file c
             join organization.institution i on i.id = c.institution_id
             left join identity.account a on a.account = c.assignee
            """;

    static final String HELD = """
             cross join lateral (
                 select count(*) as findings, count(*) filter (where f.state not in ('DISMISSED', 'MENDED', 'CLOSED')) as standing,
                        coalesce(jsonb_agg(distinct jsonb_build_object('zh', r.title_zh, 'en', r.title_en)), '[]') as rules
                   from supervision.case_finding m
                   join supervision.finding f on f.id = m.finding_id
                   join supervision.rule r on r.id = f.rule_id
                  where m.case_id = c.id and (m.left_at is null or m.left_why = 'BACK_AFTER_CLOSE' and c.stage = 'CLOSED')) held
            """;

    private static final String ORDER = " order by coalesce(c.due_on, date '9999-12-31'), c.id limit :limit";

    private static final String FILTERED = """
             where (:all or c.institution_id = any (:within)) and (:alone::uuid is null or c.institution_id = :alone::uuid)
               and (:anybody or c.assignee is not distinct from :assignee::text) and
            """;

    private record Place(LocalDate due, UUID id) {}

    private final JdbcClient database;
    private final Scope scope;
    private final Clock clock;
    private final Deadlines deadlines;
    private final JsonMapper json;

    CaseQueries(JdbcClient database, Scope scope, Clock clock, Deadlines deadlines, JsonMapper json) {
        this.database = database;
        this.scope = scope;
        this.clock = clock;
        this.deadlines = deadlines;
        this.json = json;
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    @Transactional(readOnly = true)
    public CaseView.Page page(String view, CaseFilter filter, @Nullable String after, int limit) {
        var which = CaseViews.SQL.get(view);
        if (which == null) {
            throw new Refused(SupervisionRefusal.UNREADABLE_FILTER, Map.of("filter", "view", "value", view));
        }
        var place = after == null
                ? null
                : Cursor.read(
                        after, 2, parts -> new Place(LocalDate.parse(parts.get(0)), UUID.fromString(parts.get(1))));
        var items = asked(
                        SELECT + FROM + HELD,
                        "(" + which + ") and (:first or (coalesce(c.due_on, date '9999-12-31'), c.id) > (:due, :id))"
                                + ORDER,
                        filter)
                .param("first", place == null)
                .param("due", place == null ? LocalDate.EPOCH : place.due())
                .param("id", place == null ? new UUID(0, 0) : place.id())
                .param("limit", limit + 1)
                .query((row, n) -> item(row))
                .list();
        var shown = items.stream().limit(limit).toList();
        var last = items.size() > limit ? shown.get(limit - 1) : null;
        var counts = counts(filter);
        return new CaseView.Page(
                shown,
                last == null
                        ? null
                        : Cursor.of(last.dueOn() == null ? LocalDate.of(9999, 12, 31) : last.dueOn(), last.id()),
                counts.getOrDefault(view, 0L),
                counts);
    }

    private Map<String, Long> counts(CaseFilter filter) {
        var select = new StringBuilder("select ");
        CaseViews.SQL.forEach((view, which) -> select.append("count(*) filter (where ")
                .append(which)
                .append(") as ")
                .append(view)
                .append(", "));
        select.setLength(select.length() - 2);
        return asked(select + FROM, "true", filter)
                .query((row, n) -> {
                    var counts = new LinkedHashMap<String, Long>();
                    for (var view : CaseViews.SQL.keySet()) {
                        counts.put(view, row.getLong(view));
                    }
                    return counts;
                })
                .single();
    }

    private JdbcClient.StatementSpec asked(String select, String where, CaseFilter filter) {
        var institution = filter.institution();
        var within = institution == null ? scope.institutions() : scope.subtree(institution);
        var verify = scope.institutions(Permission.VERIFY);
        var rectify = scope.institutions(Permission.RECTIFY);
        return database.sql(select + FILTERED + where)
                .param("alone", institution == null || !filter.own() ? null : institution)
                .param("anybody", filter.isOfAnybody())
                .param("assignee", filter.inChargeIs(scope.account().account()))
                .param("all", within == null)
                .param("within", ids(within))
                .param("verify_all", verify == null)
                .param("verify", ids(verify))
                .param("rectify_all", rectify == null)
                .param("rectify", ids(rectify))
                .param("me", scope.account().account())
                .param("today", today());
    }

    private static UUID[] ids(@Nullable Set<UUID> institutions) {
        return institutions == null ? new UUID[0] : institutions.toArray(UUID[]::new);
    }

    CaseView.Item get(UUID id) {
        return database.sql(SELECT + FROM + HELD + " where c.id = :id")
                .param("id", id)
                .query((row, n) -> item(row))
                .optional()
                .filter(item -> scope.contains(item.institution().id()))
                .orElseThrow(() -> new Refused(SupervisionRefusal.CASE_NOT_FOUND));
    }

    private CaseView.Item item(ResultSet row) throws SQLException {
        var stage = Stage.valueOf(row.getString("stage"));
        var due = row.getObject("due_on", LocalDate.class);
        var today = today();
        var late = due != null && stage.open() && due.isBefore(today);
        return new CaseView.Item(
                row.getObject("id", UUID.class),
                row.getString("number"),
                row.getInt("version"),
                stage,
                stage.label(),
                new CaseView.Institution(
                        row.getObject("institution_id", UUID.class), row.getString("institution_name")),
                List.of(json.readValue(row.getString("rules"), Label[].class)),
                row.getInt("findings"),
                row.getInt("standing"),
                at(row, "opened_at"),
                due,
                due == null ? null : deadlines.workdaysLeft(today, due),
                late,
                late && due.equals(row.getObject("escalated_for", LocalDate.class)),
                row.getBoolean("proposed"),
                person(row.getString("assignee"), row.getString("assignee_name")));
    }

    static CaseView.@Nullable Person person(@Nullable String account, @Nullable String name) {
        return account == null ? null : new CaseView.Person(account, name == null ? account : name);
    }

    static OffsetDateTime at(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).withOffsetSameInstant(ZoneOffset.ofHours(8));
    }
}
