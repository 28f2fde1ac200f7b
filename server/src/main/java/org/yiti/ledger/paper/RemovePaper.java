package org.yiti.ledger.paper;

import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yiti.identity.Scope;
import org.yiti.kernel.Refused;
import org.yiti.kernel.UseCase;
import org.yiti.ledger.LedgerRefusal;
import org.yiti.ledger.PaperHolder.Removal;
import org.yiti.safeguard.Audit;

/** Takes a paper away with its content, for a reason that stays in the life line. */
@UseCase
class RemovePaper {

    /** @param reason shown in the life line */
    record Request(@Nullable String reason) {}

    private final Papers papers;
    private final PaperHolders holders;
    private final Scope scope;
    private final Clock clock;
    private final Audit audit;

    RemovePaper(Papers papers, PaperHolders holders, Scope scope, Clock clock, Audit audit) {
        this.papers = papers;
        this.holders = holders;
        this.scope = scope;
        this.clock = clock;
        this.audit = audit;
    }

    void handle(String kind, UUID id, UUID paperId, Request request) {
        var holder = holders.get(kind, id);
        var paper = papers.findToRemove(id, paperId).orElseThrow(() -> new Refused(LedgerRefusal.PAPER_NOT_FOUND));
        if (!holders.mayRemove(holder, paper)) {
            throw new Refused(
                    holder.mayRemove() == Removal.OWN ? LedgerRefusal.PAPER_OF_ANOTHER : LedgerRefusal.PAPER_STAYS);
        }
        var reason = PaperForm.reason(request.reason());
        papers.remove(paperId, scope.account().account(), reason, clock.instant());
        audit.record(AddPaper.told("paper.removed", holder, paper).with("reason", reason));
    }
}
