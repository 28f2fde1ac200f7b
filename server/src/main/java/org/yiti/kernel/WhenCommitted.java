package org.yiti.kernel;

import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** What is true for others only once the transaction under way has committed, and never if it does not. */
public final class WhenCommitted implements TransactionSynchronization {

    private final Runnable then;

    private WhenCommitted(Runnable then) {
        this.then = then;
    }

    /** Never where no transaction is under way. */
    public static void run(Runnable then) {
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(new WhenCommitted(then));
        }
    }

    @Override
    public void afterCommit() {
        then.run();
    }
}
