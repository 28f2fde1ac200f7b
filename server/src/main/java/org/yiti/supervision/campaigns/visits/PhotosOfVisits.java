package org.yiti.supervision.campaigns.visits;

import java.util.UUID;
import org.springframework.stereotype.Component;
import org.yiti.identity.Scope;
import org.yiti.ledger.HoldsPapers;
import org.yiti.ledger.PaperHolder;
import org.yiti.ledger.PaperHolder.Removal;

/** Photographs of a visit: added by whoever makes it while it is being made, and kept. */
@Component
class PhotosOfVisits implements HoldsPapers {

    private final Visits visits;
    private final Scope scope;

    PhotosOfVisits(Visits visits, Scope scope) {
        this.visits = visits;
        this.scope = scope;
    }

    @Override
    public String kind() {
        return "visit";
    }

    @Override
    public PaperHolder get(UUID id) {
        var visit = visits.get(id);
        var mine = visit.isOpen() && visit.inspector().equals(scope.account().account());
        return new PaperHolder("supervision.visit", id, visit.institutionId(), mine, mine ? Removal.OWN : Removal.NONE);
    }
}
