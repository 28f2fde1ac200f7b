package org.yiti.supervision.cases.file;

import java.util.UUID;
import org.springframework.stereotype.Component;
import org.yiti.identity.Permission;
import org.yiti.identity.Scope;
import org.yiti.ledger.HoldsPapers;
import org.yiti.ledger.PaperHolder;
import org.yiti.ledger.PaperHolder.Removal;

/** Statements, records of talks and proofs of a case: added by whoever works on it, kept once it is closed. */
@Component
class PapersOfCases implements HoldsPapers {

    private final CaseFiles files;
    private final Scope scope;

    PapersOfCases(CaseFiles files, Scope scope) {
        this.files = files;
        this.scope = scope;
    }

    @Override
    public String kind() {
        return "case";
    }

    @Override
    public PaperHolder get(UUID id) {
        var file = files.get(id);
        var isWorkedOn = scope.contains(Permission.VERIFY, file.institutionId())
                || scope.contains(Permission.RECTIFY, file.institutionId());
        return new PaperHolder(
                "supervision.case_file",
                id,
                file.institutionId(),
                isWorkedOn && file.stage().open(),
                isWorkedOn && file.stage().open() ? Removal.OWN : Removal.NONE);
    }
}
