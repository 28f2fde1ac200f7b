package org.yiti.supervision.campaigns.visits;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yiti.identity.Permission;
import org.yiti.identity.Scope;
import org.yiti.kernel.Label;
import org.yiti.safeguard.Masking;
import org.yiti.safeguard.Place;
import org.yiti.supervision.campaigns.plan.Campaigns;
import org.yiti.supervision.campaigns.plan.Shown;

/** Visits as the phone needs them, whole, and as a unit sees what was found at it. */
@Component
class VisitQueries {

    private static final int MOST = 100;

    private static final String ANSWERS = """
            select a.*, f.id as finding, f.number as finding_number, l.number as ledger_number
              from supervision.visit_answer a
              join supervision.visit v on v.id = a.visit_id
              left join supervision.finding f on a.result = 'FAIL' and v.state = 'DONE' and f.rule_id = 'supervision.found-on-site'
                        and f.subject_id = v.institution_id and f.episode = v.campaign_number || ' ' || a.item
              left join supervision.finding l on l.id = a.in_ledgers
             where a.visit_id = :id and not a.replaced order by a.id
            """;

    private final JdbcClient database;
    private final Campaigns campaigns;
    private final Visits visits;
    private final VisitLines lines;
    private final Scope scope;
    private final Masking masking;

    VisitQueries(
            JdbcClient database, Campaigns campaigns, Visits visits, VisitLines lines, Scope scope, Masking masking) {
        this.database = database;
        this.campaigns = campaigns;
        this.visits = visits;
        this.lines = lines;
        this.scope = scope;
        this.masking = masking;
    }

    /** What whoever asks still has to visit, with everything that is asked there: it is taken along where there is no network. */
    @Transactional(readOnly = true)
    public List<VisitView.Visit> mine() {
        var verify = scope.institutions(Permission.VERIFY);
        return database
                .sql("""
                        select v.id from supervision.visit v
                         where v.inspector = :me and v.state = 'OPEN' and (:all or v.institution_id = any (:within))
                         order by v.due_on, v.id limit :most
                        """)
                .param("me", scope.account().account())
                .param("all", verify == null)
                .param("within", verify == null ? new UUID[0] : verify.toArray(UUID[]::new))
                .param("most", MOST)
                .query(UUID.class)
                .list()
                .stream()
                .map(this::get)
                .toList();
    }

    @Transactional(readOnly = true)
    public VisitView.Visit get(UUID id) {
        var visit = visits.get(id);
        var line = lines.of("v.id = :id", id).get(0);
        return new VisitView.Visit(
                line,
                scope.contains(Permission.VERIFY, visit.institutionId()) ? asked(visit) : List.of(),
                answers(visit),
                visit.inspector().equals(scope.account().account()));
    }

    private List<VisitView.Asked> asked(Visit visit) {
        return campaigns.get(visit.campaignId()).items().stream()
                .map(item -> new VisitView.Asked(
                        item.code(),
                        item.title(),
                        item.kind(),
                        item.photo(),
                        item.clause(),
                        item.unit(),
                        item.most(),
                        limit(visit.limits().get(item.code()))))
                .toList();
    }

    private static VisitView.@Nullable Limit limit(Visit.@Nullable Limit limit) {
        return limit == null ? null : new VisitView.Limit(limit.value(), limit.clause());
    }

    private List<VisitView.Answered> answers(Visit visit) {
        return database.sql(ANSWERS).param("id", visit.id()).query((row, n) -> answer(row, visit)).list().stream()
                .collect(Collectors.toMap(VisitView.Answered::item, one -> one, (a, b) -> a, LinkedHashMap::new))
                .values()
                .stream()
                .toList();
    }

    private VisitView.Answered answer(ResultSet row, Visit visit) throws SQLException {
        for (var column : List.of("note", "text")) {
            if (row.getString(column) != null) {
                masking.told(new Place("supervision.visit_answer", visit.id(), visit.institutionId(), column));
            }
        }
        return new VisitView.Answered(
                row.getString("item"),
                new Label(row.getString("title_zh"), row.getString("title_en")),
                row.getString("clause"),
                row.getInt("n"),
                row.getString("result"),
                row.getBigDecimal("number"),
                row.getBigDecimal("limit_value"),
                row.getString("unit"),
                row.getString("text"),
                row.getString("note"),
                List.of((UUID[]) row.getArray("photos").getArray()),
                Shown.at(row, "said_at"),
                finding(row, "finding", "finding_number"),
                finding(row, "in_ledgers", "ledger_number"));
    }

    private static VisitView.@Nullable Finding finding(ResultSet row, String id, String number) throws SQLException {
        var called = row.getString(number);
        return called == null ? null : new VisitView.Finding(row.getObject(id, UUID.class), called);
    }
}
