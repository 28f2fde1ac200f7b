package org.yiti.ledger.reorganization;

import org.springframework.stereotype.Component;
import org.yiti.kernel.Refused;
import org.yiti.ledger.LedgerRefusal;
import org.yiti.ledger.reorganization.Reorganization.State;

/** Decides today what is done on a day to come, and calls it off again. */
@Component
class PlanReorganization {

    private final ReorganizationQueries queries;
    private final Reorganizations reorganizations;
    private final Concerned concerned;
    private final PreviewReorganization preview;
    private final Told told;
    private final InOne inOne;

    PlanReorganization(
            ReorganizationQueries queries,
            Reorganizations reorganizations,
            Concerned concerned,
            PreviewReorganization preview,
            Told told,
            InOne inOne) {
        this.queries = queries;
        this.reorganizations = reorganizations;
        this.concerned = concerned;
        this.preview = preview;
        this.told = told;
        this.inOne = inOne;
    }

    /** @param seen the fingerprint of what was looked at: on its day it may be more */
    void later(Reorganization draft, String seen) {
        if (!preview.handle(draft).fingerprint().equals(seen)) {
            throw new Refused(LedgerRefusal.REORGANIZATION_LOOKS_DIFFERENT);
        }
        inOne.run(draft.cause(), () -> {
            reorganizations.plan(queries.hold(draft, State.DRAFT).id());
            told.of("reorganization.planned", draft);
            return draft;
        });
    }

    void callOff(Reorganization planned) {
        concerned.refuseUnlessMine(planned);
        inOne.run(planned.cause(), () -> {
            reorganizations.backToDraft(queries.hold(planned, State.PLANNED).id());
            told.of("reorganization.called-off", planned);
            return planned;
        });
    }
}
