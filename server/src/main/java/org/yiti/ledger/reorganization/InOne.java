package org.yiti.ledger.reorganization;

import java.util.Objects;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.yiti.identity.Acting;
import org.yiti.identity.Scope;
import org.yiti.identity.Unscoped;

/** Done whole or not at all; the life line of every row it touches says why. */
@Component
class InOne {

    private final TransactionTemplate transaction;
    private final Scope scope;

    InOne(TransactionTemplate transaction, Scope scope) {
        this.transaction = transaction;
        this.scope = scope;
    }

    <T> T run(String note, Supplier<T> work) {
        return run(note, false, work);
    }

    /** Does it and leaves everything as it was. */
    <T> T tried(String note, Supplier<T> work) {
        return run(note, true, work);
    }

    private <T> T run(String note, boolean isTried, Supplier<T> work) {
        return Acting.as(
                scope.account(),
                null,
                note,
                () -> Objects.requireNonNull(transaction.execute(status -> {
                    if (isTried) {
                        status.setRollbackOnly();
                    }
                    return Unscoped.because(
                            "what hangs on an institution follows it, whether or not one may see all of it", work);
                })));
    }
}
