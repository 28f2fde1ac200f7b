package org.yiti.ledger.checking;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;

/** Work done beside whoever hands it over, one piece after the other and never two: what goes wrong is told with the next. */
final class OneBehind {

    private @Nullable FutureTask<Boolean> underWay;

    void hand(Runnable work) {
        await();
        var task = new FutureTask<>(work, true);
        underWay = task;
        var thread = new Thread(task, "stage-writer");
        thread.setDaemon(true);
        thread.start();
    }

    /** Until all that was handed over is done: it is not left half way, whoever is in a hurry. */
    void await() {
        var task = underWay;
        if (task == null) {
            return;
        }
        underWay = null;
        var hurried = false;
        try {
            while (true) {
                try {
                    task.get();
                    return;
                } catch (InterruptedException later) {
                    hurried = true;
                }
            }
        } catch (ExecutionException failure) {
            if (failure.getCause() instanceof RuntimeException itself) {
                throw itself;
            }
            throw new IllegalStateException(failure.getCause());
        } finally {
            if (hurried) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
