package org.yiti.ledger.reorganization;

import org.springframework.stereotype.Component;

/** Does it, tells what came of it, and leaves everything as it was. */
@Component
class PreviewReorganization {

    private final Concerned concerned;
    private final TakeSteps takeSteps;
    private final InOne inOne;

    PreviewReorganization(Concerned concerned, TakeSteps takeSteps, InOne inOne) {
        this.concerned = concerned;
        this.takeSteps = takeSteps;
        this.inOne = inOne;
    }

    Outcome handle(Reorganization reorganization) {
        concerned.refuseUnlessMine(reorganization);
        return inOne.tried(reorganization.cause(), () -> takeSteps.handle(reorganization));
    }
}
