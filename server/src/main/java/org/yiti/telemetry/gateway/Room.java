package org.yiti.telemetry.gateway;

import java.util.concurrent.atomic.AtomicLong;

/** How many bytes of messages in packages a gateway holds in hand, from the first package until they are stored. */
final class Room {

    private final long most;
    private final AtomicLong taken = new AtomicLong();

    Room(long most) {
        this.most = most;
    }

    boolean take(long bytes) {
        if (taken.addAndGet(bytes) <= most) {
            return true;
        }
        taken.addAndGet(-bytes);
        return false;
    }

    void give(long bytes) {
        taken.addAndGet(-bytes);
    }

    long taken() {
        return taken.get();
    }
}
