package org.yiti.ledger.reorganization;

import java.util.UUID;
import org.springframework.stereotype.Component;
import org.yiti.kernel.Refused;
import org.yiti.ledger.LedgerRefusal;
import org.yiti.ledger.reorganization.Reorganization.State;

/** Does what was looked at, or what was decided for a day that has come. */
@Component
class ApplyReorganization {

    private final ReorganizationQueries queries;
    private final Reorganizations reorganizations;
    private final Concerned concerned;
    private final TakeSteps takeSteps;
    private final Told told;
    private final InOne inOne;

    ApplyReorganization(
            ReorganizationQueries queries,
            Reorganizations reorganizations,
            Concerned concerned,
            TakeSteps takeSteps,
            Told told,
            InOne inOne) {
        this.queries = queries;
        this.reorganizations = reorganizations;
        this.concerned = concerned;
        this.takeSteps = takeSteps;
        this.told = told;
        this.inOne = inOne;
    }

    /** @param seen the fingerprint of what was looked at */
    void now(Reorganization draft, String seen) {
        concerned.refuseUnlessMine(draft);
        inOne.run(draft.cause(), () -> {
            var outcome = done(queries.hold(draft, State.DRAFT));
            if (!outcome.fingerprint().equals(seen)) {
                throw new Refused(LedgerRefusal.REORGANIZATION_LOOKS_DIFFERENT);
            }
            return outcome;
        });
    }

    /** Whoever decided it may have lost the right since, and the tree may be another: both are asked again. */
    void onItsDay(UUID id) {
        var planned = queries.get(id);
        inOne.run(planned.cause(), () -> {
            var held = queries.hold(planned, State.PLANNED);
            concerned.refuseUnlessMine(held);
            return done(held);
        });
    }

    private Outcome done(Reorganization reorganization) {
        var outcome = takeSteps.handle(reorganization);
        reorganizations.applied(reorganization.id(), reorganization.appliedBy());
        told.of("reorganization.applied", reorganization);
        told.changed();
        return outcome;
    }
}
