package org.yiti.supervision.findings;

import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yiti.identity.Permission;
import org.yiti.identity.Scope;
import org.yiti.kernel.Refused;
import org.yiti.ledger.HoldsPapers;
import org.yiti.ledger.PaperHolder;
import org.yiti.ledger.PaperHolder.Removal;
import org.yiti.supervision.SupervisionRefusal;

/** Statements, proofs and photographs of findings: added by whoever works on them, kept once they are settled. */
@Component
class PapersOfFindings implements HoldsPapers {

    private record Now(State state, UUID institutionId) {}

    private final JdbcClient database;
    private final Scope scope;

    PapersOfFindings(JdbcClient database, Scope scope) {
        this.database = database;
        this.scope = scope;
    }

    @Override
    public String kind() {
        return "finding";
    }

    @Override
    public PaperHolder get(UUID id) {
        var now = database.sql("select state, institution_id from supervision.finding where id = :id")
                .param("id", id)
                .query(Now.class)
                .optional()
                .filter(found -> scope.contains(found.institutionId()))
                .orElseThrow(() -> new Refused(SupervisionRefusal.FINDING_NOT_FOUND));
        var verifies = scope.contains(Permission.VERIFY, now.institutionId());
        var isWorkedOn = verifies || scope.contains(Permission.RECTIFY, now.institutionId());
        var keepsTheWhole = verifies && scope.contains(Permission.WRITE, now.institutionId());
        return new PaperHolder(
                "supervision.finding",
                id,
                now.institutionId(),
                isWorkedOn,
                removal(now.state(), isWorkedOn, keepsTheWhole));
    }

    /** Nobody takes away what somebody else has shown, besides those who keep the whole. */
    private static Removal removal(State state, boolean isWorkedOn, boolean keepsTheWhole) {
        if (!isWorkedOn || !state.open()) {
            return Removal.NONE;
        }
        return keepsTheWhole ? Removal.ANY : Removal.OWN;
    }
}
