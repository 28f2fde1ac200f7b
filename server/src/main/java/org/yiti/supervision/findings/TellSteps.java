package org.yiti.supervision.findings;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yiti.identity.Scope;
import org.yiti.supervision.EarlierSteps;

/** The same steps, taken at a time that is told. */
@Component
class TellSteps implements EarlierSteps {

    private final TakeStep takeStep;
    private final JdbcClient database;
    private final Scope scope;

    TellSteps(TakeStep takeStep, JdbcClient database, Scope scope) {
        this.takeStep = takeStep;
        this.database = database;
        this.scope = scope;
    }

    @Override
    public List<Waiting> waiting() {
        return database.sql("""
                        select id, rule_id as rule, subject_title as subject, episode, severity, institution_id, first_seen, version
                          from supervision.finding
                         where state not in ('CLOSED', 'DISMISSED', 'MENDED')
                         order by rule_id, subject_title, episode, first_seen, id
                        """).query(Waiting.class).list().stream()
                .filter(finding -> scope.contains(finding.institutionId()))
                .toList();
    }

    @Override
    public void take(UUID finding, int version, Taken step) {
        takeStep.handle(
                finding,
                new TakeStep.Request(Step.valueOf(step.step()), step.note(), step.dueOn(), step.assignee(), version),
                step.at());
    }

    @Override
    public void forget() {
        var living = database.sql("select exists (select from supervision.sweep where state = 'DONE')")
                .query(Boolean.class)
                .single();
        if (!living) {
            database.sql("select supervision.forget_unjudged()::text")
                    .query(String.class)
                    .single();
        }
    }
}
