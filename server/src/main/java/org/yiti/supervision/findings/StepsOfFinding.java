package org.yiti.supervision.findings;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yiti.identity.Permission;
import org.yiti.identity.Scope;
import org.yiti.law.Severity;
import org.yiti.supervision.eyes.SecondEyes;

/** What whoever looks may do with a finding now; in an open case little, since it goes where the case goes. */
@Component
class StepsOfFinding {

    private final JdbcClient database;
    private final EyesForFinding eyes;
    private final Scope scope;

    StepsOfFinding(JdbcClient database, EyesForFinding eyes, Scope scope) {
        this.database = database;
        this.eyes = eyes;
        this.scope = scope;
    }

    FindingView.@Nullable InCase inCase(UUID finding) {
        return database.sql("""
                        select c.id, c.number, c.stage not in ('CLOSED', 'MERGED') as open
                          from supervision.case_finding m join supervision.case_file c on c.id = m.case_id
                         where m.finding_id = :id and m.left_at is null
                        """)
                .param("id", finding)
                .query(FindingView.InCase.class)
                .optional()
                .orElse(null);
    }

    boolean mayOpenCase(FindingView.Item item, FindingView.@Nullable InCase inCase) {
        return inCase == null
                && item.state().open()
                && Severity.valueOf(item.severity()) != Severity.REMINDER
                && scope.contains(Permission.VERIFY, item.institution().id());
    }

    List<FindingView.Possible> of(FindingView.Item item, FindingView.@Nullable InCase inCase) {
        var others = objection(item) == null;
        return possible(item, inCase)
                .filter(step -> others || !step.needsOtherEyes())
                .map(step -> new FindingView.Possible(
                        step,
                        step.label(),
                        step.from(item.state()),
                        step.needsNote(),
                        step.needsDueOn(),
                        step.needsAssignee()))
                .toList();
    }

    /** Said only where there is something to be left. */
    SecondEyes.@Nullable Objection leftToOthers(FindingView.Item item, FindingView.@Nullable InCase inCase) {
        return possible(item, inCase).anyMatch(Step::needsOtherEyes) ? objection(item) : null;
    }

    private SecondEyes.@Nullable Objection objection(FindingView.Item item) {
        return eyes.objection(item.id(), item.institution().id());
    }

    private Stream<Step> possible(FindingView.Item item, FindingView.@Nullable InCase inCase) {
        var permitted = Arrays.stream(Step.values())
                .map(Step::permission)
                .distinct()
                .filter(permission ->
                        scope.contains(permission, item.institution().id()))
                .collect(Collectors.toSet());
        return Arrays.stream(Step.values())
                .filter(step -> step.possibleIn(item.state(), Severity.valueOf(item.severity()))
                        && permitted.contains(step.permission()))
                .filter(step -> inCase == null || !inCase.open() || step.possibleInCase(item.state()));
    }
}
