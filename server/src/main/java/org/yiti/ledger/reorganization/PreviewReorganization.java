package org.yiti.ledger.reorganization;

import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.yiti.identity.Unscoped;

/** Does it, tells what came of it, and leaves everything as it was. */
@Component
class PreviewReorganization {

    private final ReorganizationQueries queries;
    private final Concerned concerned;
    private final TakeSteps takeSteps;
    private final TransactionTemplate transaction;

    PreviewReorganization(
            ReorganizationQueries queries, Concerned concerned, TakeSteps takeSteps, TransactionTemplate transaction) {
        this.queries = queries;
        this.concerned = concerned;
        this.takeSteps = takeSteps;
        this.transaction = transaction;
    }

    Outcome handle(UUID id) {
        return Objects.requireNonNull(transaction.execute(status -> {
            var reorganization = queries.get(id);
            concerned.refuseUnlessMine(reorganization);
            status.setRollbackOnly();
            return Unscoped.because(
                    "what hangs on an institution follows it, whether or not one may see all of it",
                    () -> takeSteps.handle(reorganization));
        }));
    }
}
