package org.yiti.kernel;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What takes long before anybody is served. A server that is told to stop ends it between two steps, while its database is still there. */
@Component
public class StartWork {

    /** The server was told to stop. */
    static final class Stopped extends RuntimeException {}

    private static final int PATIENCE_SECONDS = 30;

    private final ReentrantLock underWay = new ReentrantLock();
    private volatile boolean stopping;

    public void run(Runnable work) {
        underWay.lock();
        try {
            step();
            work.run();
        } finally {
            underWay.unlock();
        }
    }

    /** Goes on, or not: to be called often. */
    public void step() {
        if (stopping) {
            throw new Stopped();
        }
    }

    @EventListener(ContextClosedEvent.class)
    void stop() throws InterruptedException {
        stopping = true;
        // Whoever runs it may also be who closes the house, after a failure.
        if (underWay.tryLock(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            underWay.unlock();
        }
    }
}
