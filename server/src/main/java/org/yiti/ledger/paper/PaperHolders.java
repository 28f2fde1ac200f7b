package org.yiti.ledger.paper;

import java.util.Map;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.yiti.identity.IdentityRefusal;
import org.yiti.identity.Permission;
import org.yiti.identity.Scope;
import org.yiti.kernel.Refused;
import org.yiti.kernel.ledger.Ledger;
import org.yiti.kernel.ledger.Ledgers;
import org.yiti.ledger.HoldsPapers;
import org.yiti.ledger.LedgerRefusal;
import org.yiti.ledger.PaperHolder;
import org.yiti.ledger.PaperHolder.Removal;
import org.yiti.ledger.listing.Rows;
import org.yiti.safeguard.Masking;
import org.yiti.safeguard.Place;

/** Finds what papers lie with: rows of ledgers, and what higher modules have. */
@Component
class PaperHolders {

    private final Ledgers ledgers;
    private final Rows rows;
    private final Scope scope;
    private final ObjectProvider<HoldsPapers> others;
    private final Masking masking;

    PaperHolders(Ledgers ledgers, Rows rows, Scope scope, ObjectProvider<HoldsPapers> others, Masking masking) {
        this.masking = masking;
        this.ledgers = ledgers;
        this.rows = rows;
        this.scope = scope;
        this.others = others;
    }

    PaperHolder get(String kind, UUID id) {
        return others.stream()
                .filter(other -> other.kind().equals(kind))
                .findFirst()
                .map(other -> other.get(id))
                .orElseGet(() -> ofLedger(
                        ledgers.findByKind(kind)
                                .orElseThrow(() -> new Refused(LedgerRefusal.OBJECT_NOT_FOUND, Map.of("kind", kind))),
                        id));
    }

    private PaperHolder ofLedger(Ledger ledger, UUID id) {
        var row = rows.look(ledger, id).orElseThrow(() -> new Refused(LedgerRefusal.ROW_NOT_FOUND));
        var mayWrite = rows.may(Permission.WRITE, ledger, id);
        return new PaperHolder(
                ledger.name(),
                id,
                row.get("institutionId") instanceof UUID institution ? institution : null,
                mayWrite,
                mayWrite ? Removal.ANY : Removal.NONE);
    }

    PaperHolder toAddTo(String kind, UUID id) {
        var holder = get(kind, id);
        if (!holder.mayAdd()) {
            throw new Refused(IdentityRefusal.NOT_PERMITTED, Map.of("permission", Permission.WRITE.code()));
        }
        return holder;
    }

    /** A paper may be called after people, and no mask hides it from whoever sees what it lies with. */
    Paper told(PaperHolder holder, Paper paper) {
        masking.told(new Place("ledger.paper", paper.id(), holder.institutionId(), "title"));
        return paper;
    }

    boolean mayRemove(PaperHolder holder, Paper paper) {
        return switch (holder.mayRemove()) {
            case ANY -> true;
            case OWN -> paper.addedBy().equals(scope.account().account());
            case NONE -> false;
        };
    }
}
