package org.yiti.supervision.cases.handling;

import java.util.List;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yiti.identity.LeavesBehind;
import org.yiti.identity.Scope;
import org.yiti.supervision.cases.file.CaseFiles;
import org.yiti.supervision.cases.file.CaseStep;

/** Open cases that somebody was put in charge of. */
@Component
class CasesLeftBehind implements LeavesBehind {

    private final JdbcClient database;
    private final CaseFiles files;
    private final ObjectProvider<TakeCaseStep> steps;
    private final Scope scope;

    CasesLeftBehind(JdbcClient database, CaseFiles files, ObjectProvider<TakeCaseStep> steps, Scope scope) {
        this.database = database;
        this.files = files;
        this.steps = steps;
        this.scope = scope;
    }

    @Override
    public String kind() {
        return "case";
    }

    @Override
    public List<Item> of(String account) {
        return database.sql("""
                        select 'case' as kind, c.id, c.number as title, c.institution_id
                          from supervision.case_file c
                         where c.assignee = :account and c.stage not in ('CLOSED', 'MERGED')
                        """).param("account", account).query(Item.class).list();
    }

    /** What was closed in the meantime needs nobody any more. */
    @Override
    public void handOver(UUID id, String successor) {
        var file = files.get(id);
        if (file.stage().open()) {
            steps.getObject()
                    .handle(id, new TakeCaseStep.Request(CaseStep.ASSIGN, null, null, successor, file.version()));
        } else {
            scope.require(CaseStep.ASSIGN.permission(), file.institutionId());
        }
    }
}
