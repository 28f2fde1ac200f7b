package org.yiti.supervision.findings;

import java.util.List;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yiti.identity.LeavesBehind;
import org.yiti.identity.Scope;
import org.yiti.kernel.Refused;
import org.yiti.supervision.SupervisionRefusal;

/** Open findings that somebody was put in charge of. Whom they are about is told to who may open them. */
@Component
class FindingsLeftBehind implements LeavesBehind {

    private record Now(int version, UUID institutionId, boolean open) {}

    private final JdbcClient database;
    private final ObjectProvider<TakeStep> takeStep;
    private final Scope scope;

    FindingsLeftBehind(JdbcClient database, ObjectProvider<TakeStep> takeStep, Scope scope) {
        this.database = database;
        this.scope = scope;
        this.takeStep = takeStep;
    }

    @Override
    public String kind() {
        return "finding";
    }

    @Override
    public List<Item> of(String account) {
        return database.sql("""
                        select 'finding' as kind, f.id, f.number || ' ' || r.title_zh as title, f.institution_id
                          from supervision.finding f join supervision.rule r on r.id = f.rule_id
                         where f.assignee = :account and f.state not in ('CLOSED', 'DISMISSED', 'MENDED')
                        """).param("account", account).query(Item.class).list();
    }

    /** What was settled in the meantime needs nobody any more: that it was asked for is all there is to write down. */
    @Override
    public void handOver(UUID id, String successor) {
        var now = database.sql(
                        "select version, institution_id, state not in ('CLOSED', 'DISMISSED', 'MENDED') as open from supervision.finding where id = :id")
                .param("id", id)
                .query(Now.class)
                .optional()
                .orElseThrow(() -> new Refused(SupervisionRefusal.FINDING_NOT_FOUND));
        if (now.open()) {
            takeStep.getObject().handle(id, new TakeStep.Request(Step.ASSIGN, null, null, successor, now.version()));
        } else {
            scope.require(Step.ASSIGN.permission(), now.institutionId());
        }
    }
}
