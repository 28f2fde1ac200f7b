package org.yiti.ledger.reorganization;

import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.yiti.identity.Acting;
import org.yiti.identity.Scope;
import org.yiti.identity.Unscoped;
import org.yiti.kernel.Refused;
import org.yiti.kernel.UseCase;
import org.yiti.ledger.LedgerRefusal;
import org.yiti.ledger.reorganization.Reorganization.State;

/** Decides that it is done as it was looked at: at once, or when its day comes. */
@UseCase
class ApplyReorganization {

    private final Reorganizations reorganizations;
    private final Concerned concerned;
    private final TakeSteps takeSteps;
    private final Scope scope;
    private final Told told;
    private final Clock clock;

    ApplyReorganization(
            Reorganizations reorganizations,
            Concerned concerned,
            TakeSteps takeSteps,
            Scope scope,
            Told told,
            Clock clock) {
        this.reorganizations = reorganizations;
        this.concerned = concerned;
        this.takeSteps = takeSteps;
        this.scope = scope;
        this.told = told;
        this.clock = clock;
    }

    /** @param seen the fingerprint of what was looked at */
    void decide(UUID id, String seen) {
        var draft = reorganizations.hold(id);
        concerned.refuseUnlessMine(draft);
        draft.refuseUnless(State.DRAFT);
        if (draft.effectiveOn().isAfter(today())) {
            reorganizations.plan(id);
            told.of("reorganization.planned", draft);
            return;
        }
        var outcome = Acting.as(
                scope.account(),
                null,
                note(draft),
                () -> Unscoped.because(
                        "what hangs on an institution follows it, whether or not one may see all of it",
                        () -> done(draft)));
        if (!outcome.fingerprint().equals(seen)) {
            throw new Refused(LedgerRefusal.REORGANIZATION_LOOKS_DIFFERENT);
        }
    }

    /** Its day has come. */
    void onItsDay(UUID id) {
        var planned = reorganizations.hold(id);
        if (planned.state() == State.PLANNED && !planned.effectiveOn().isAfter(today())) {
            Acting.as(scope.account(), null, note(planned), () -> done(planned));
        }
    }

    void callOff(UUID id) {
        var planned = reorganizations.hold(id);
        concerned.refuseUnlessMine(planned);
        planned.refuseUnless(State.PLANNED);
        reorganizations.backToDraft(id);
        told.of("reorganization.called-off", planned);
    }

    private Outcome done(Reorganization reorganization) {
        var outcome = takeSteps.handle(reorganization);
        reorganizations.applied(reorganization.id(), reorganization.appliedBy());
        told.of("reorganization.applied", reorganization);
        told.changed();
        return outcome;
    }

    private static String note(Reorganization reorganization) {
        return reorganization.name() + "(" + reorganization.approvalNo() + ")";
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(WriteDraft.HERE));
    }
}
