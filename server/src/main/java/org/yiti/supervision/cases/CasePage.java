package org.yiti.supervision.cases;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yiti.identity.Permission;
import org.yiti.identity.Scope;

/** One case with its history, what is proposed, and what may be done with it now. */
@Component
class CasePage {

    private final JdbcClient database;
    private final CaseQueries cases;
    private final CaseHistory history;
    private final PossibleSteps steps;
    private final Scope scope;
    private final PenaltyLadder ladder;

    CasePage(
            JdbcClient database,
            CaseQueries cases,
            CaseHistory history,
            PossibleSteps steps,
            Scope scope,
            PenaltyLadder ladder) {
        this.database = database;
        this.cases = cases;
        this.history = history;
        this.steps = steps;
        this.scope = scope;
        this.ladder = ladder;
    }

    @Transactional(readOnly = true)
    public CaseView.Whole get(UUID id) {
        var item = cases.get(id);
        var mayWork = item.stage().open()
                && scope.contains(Permission.VERIFY, item.institution().id());
        return new CaseView.Whole(
                item,
                ref(
                        "select o.id, o.number from supervision.case_file o join supervision.case_file c on c.merged_into = o.id where c.id = :id",
                        id),
                ref(
                        "select o.id, o.number from supervision.case_file o join supervision.case_file c on c.split_from = o.id where c.id = :id",
                        id),
                refs("select id, number from supervision.case_file where merged_into = :id order by number", id),
                refs("select id, number from supervision.case_file where split_from = :id order by number", id),
                history.suspicions(id),
                history.proposals(item, mayWork && steps.areOtherEyes(id)),
                history.events(item),
                steps.of(id),
                steps.leftToOthers(id),
                mayWork,
                guidance(id));
    }

    private CaseView.@Nullable Ref ref(String sql, UUID id) {
        return refs(sql, id).stream().findFirst().orElse(null);
    }

    private List<CaseView.Ref> refs(String sql, UUID id) {
        return database.sql(sql).param("id", id).query(CaseView.Ref.class).list();
    }

    private List<CaseView.Guidance> guidance(UUID id) {
        var rules = database.sql("""
                        select distinct f.rule_id from supervision.case_finding m join supervision.finding f on f.id = m.finding_id
                         where m.case_id = :id and (m.left_at is null or m.left_why = 'BACK_AFTER_CLOSE')
                           and f.severity = 'VIOLATION' and f.state <> 'DISMISSED'
                        """).param("id", id).query(String.class).set();
        return ladder.of(rules);
    }
}
