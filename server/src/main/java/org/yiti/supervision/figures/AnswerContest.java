package org.yiti.supervision.figures;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yiti.identity.Permission;
import org.yiti.identity.Scope;
import org.yiti.kernel.Refused;
import org.yiti.kernel.UseCase;
import org.yiti.safeguard.Act;
import org.yiti.safeguard.Audit;
import org.yiti.supervision.SupervisionRefusal;

/** Whoever verifies findings says whether a figure that a unit contests is wrong; nobody answers themselves. */
@UseCase
class AnswerContest {

    /** @param upheld the unit is right */
    record Request(
            @NotBlank @Size(max = 100) String metric,
            boolean upheld,
            @NotBlank @Size(max = 4000) String answer) {}

    private record Open(UUID id, String contestedBy) {}

    private final JdbcClient database;
    private final Scope scope;
    private final Clock clock;
    private final Audit audit;

    AnswerContest(JdbcClient database, Scope scope, Clock clock, Audit audit) {
        this.database = database;
        this.scope = scope;
        this.clock = clock;
        this.audit = audit;
    }

    void handle(UUID institution, Request request) {
        scope.subtree(institution);
        scope.require(Permission.VERIFY, institution);
        var by = scope.account().account();
        var open = database.sql("""
                        select id, contested_by from supervision.contest
                         where institution_id = :id and metric = :metric and answered_at is null for update
                        """)
                .param("id", institution)
                .param("metric", request.metric())
                .query(Open.class)
                .optional()
                .orElseThrow(() -> new Refused(SupervisionRefusal.NO_OPEN_CONTEST));
        if (open.contestedBy().equals(by)) {
            throw new Refused(SupervisionRefusal.OWN_CONTEST);
        }
        database.sql("""
                        update supervision.contest
                           set upheld = :upheld, answer = :answer, answered_by = :by, answered_at = :at
                         where id = :id
                        """)
                .param("upheld", request.upheld())
                .param("answer", request.answer())
                .param("by", by)
                .param("at", OffsetDateTime.now(clock))
                .param("id", open.id())
                .update();
        audit.record(Act.of("figure.contest-answered", "organization.institution", institution)
                .in(institution)
                .with("metric", request.metric())
                .with("upheld", request.upheld())
                .with("answer", request.answer()));
    }
}
