package org.yiti.simulator.terminal;

import java.util.ArrayDeque;
import java.util.Deque;

/** Lets so many through at a time: a house that comes back is not met by everybody in the same moment. */
final class Turnstile {

    private final Deque<Runnable> queue = new ArrayDeque<>();
    private int free;

    Turnstile(int most) {
        this.free = most;
    }

    void enter(Runnable one) {
        synchronized (this) {
            if (free == 0) {
                queue.add(one);
                return;
            }
            free--;
        }
        one.run();
    }

    void leave() {
        Runnable next;
        synchronized (this) {
            next = queue.poll();
            if (next == null) {
                free++;
                return;
            }
        }
        next.run();
    }
}
