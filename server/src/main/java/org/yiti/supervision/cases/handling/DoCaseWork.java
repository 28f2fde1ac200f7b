package org.yiti.supervision.cases.handling;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yiti.identity.Permission;
import org.yiti.identity.Scope;
import org.yiti.supervision.CaseWork;
import org.yiti.supervision.cases.file.CaseFiles;
import org.yiti.supervision.cases.file.CaseStep;

/** By the same use cases as everybody's. */
@Component
class DoCaseWork implements CaseWork {

    private final JdbcClient database;
    private final Scope scope;
    private final CaseFiles files;
    private final OpenCase open;
    private final TakeCaseStep steps;

    DoCaseWork(JdbcClient database, Scope scope, CaseFiles files, OpenCase open, TakeCaseStep steps) {
        this.database = database;
        this.scope = scope;
        this.files = files;
        this.open = open;
        this.steps = steps;
    }

    @Override
    @Transactional(readOnly = true)
    public boolean hasBegun() {
        return database.sql("select exists (select from supervision.case_file)")
                .query(Boolean.class)
                .single();
    }

    @Override
    @Transactional(readOnly = true)
    public List<Candidate> candidates() {
        return database.sql("""
                        select f.id, f.rule_id as rule, f.institution_id as institution, f.first_seen
                          from supervision.finding f
                         where f.state = 'NEW' and f.severity <> 'REMINDER'
                           and not exists (select from supervision.case_finding m where m.finding_id = f.id and m.left_at is null)
                         order by f.number
                        """).query(Candidate.class).list();
    }

    @Override
    @Transactional
    public UUID open(List<UUID> findings, String note, Instant at) {
        scope.require(Permission.VERIFY);
        return open.handle(new OpenCase.Request(findings, null, note, null), at);
    }

    @Override
    @Transactional
    public void step(UUID id, String step, @Nullable String note, @Nullable String assignee, Instant at) {
        steps.handle(
                id,
                new TakeCaseStep.Request(
                        CaseStep.valueOf(step),
                        note,
                        null,
                        assignee,
                        files.get(id).version()),
                at);
    }
}
