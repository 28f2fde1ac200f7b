package org.yiti.safeguard.audit;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionExecution;
import org.springframework.transaction.TransactionExecutionListener;
import org.yiti.identity.Unscoped;

/**
 * The last thing every writing transaction does, after everybody who still had something to write before its commit. What
 * fails here keeps it from committing.
 */
@Component
class SealBeforeCommit implements TransactionExecutionListener {

    private final ObjectProvider<Sealing> sealing;

    SealBeforeCommit(ObjectProvider<Sealing> sealing) {
        this.sealing = sealing;
    }

    @Override
    public void beforeCommit(TransactionExecution transaction) {
        if (transaction.isNewTransaction() && !transaction.isReadOnly()) {
            Unscoped.run(
                    "the log is written by nobody who acts",
                    () -> sealing.getObject().seal(Gathered.all()));
        }
    }
}
