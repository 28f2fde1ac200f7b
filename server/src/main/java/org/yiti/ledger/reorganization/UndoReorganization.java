package org.yiti.ledger.reorganization;

import org.springframework.stereotype.Component;
import org.yiti.ledger.reorganization.Reorganization.State;

/** Takes a reorganization back by the life line, as long as nobody has gone on from it. */
@Component
class UndoReorganization {

    private final ReorganizationQueries queries;
    private final Reorganizations reorganizations;
    private final Concerned concerned;
    private final TakenBack takenBack;
    private final Told told;
    private final InOne inOne;

    UndoReorganization(
            ReorganizationQueries queries,
            Reorganizations reorganizations,
            Concerned concerned,
            TakenBack takenBack,
            Told told,
            InOne inOne) {
        this.queries = queries;
        this.reorganizations = reorganizations;
        this.concerned = concerned;
        this.takenBack = takenBack;
        this.told = told;
        this.inOne = inOne;
    }

    void handle(Reorganization applied) {
        concerned.refuseUnlessMine(applied);
        inOne.run("撤销" + applied.cause(), () -> {
            takenBack.handle(queries.hold(applied, State.APPLIED).id());
            reorganizations.undone(applied.id());
            told.changed();
            told.of("reorganization.undone", applied);
            return applied;
        });
    }
}
