package org.yiti.kernel;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Threads that take what waits, one after another, until the house stops. What fails rests, longer each time, and keeps
 * nobody else waiting. They stop after whatever brings them work; what came last is taken by whoever starts next.
 *
 * @param <K> what is taken
 */
public abstract class Crew<K> implements SmartLifecycle {

    private static final Duration LOOK_AROUND = Duration.ofSeconds(20);
    private static final Duration SHORTEST_REST = Duration.ofSeconds(5);
    private static final int MOST_DOUBLINGS = 8;
    private static final Duration LEAVING = Duration.ofSeconds(20);

    private record Rest(Instant until, int failures) {}

    private final Logger log = LoggerFactory.getLogger(getClass());
    private final String name;
    private final int size;
    private final Clock clock;
    private final Map<K, Rest> resting = new ConcurrentHashMap<>();
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean running;

    /**
     * @param name of its threads, and in the log of what it does
     * @param size how many threads; 0 for a house in which others do it
     */
    protected Crew(String name, int size, Clock clock) {
        this.name = name;
        this.size = size;
        this.clock = clock;
    }

    /**
     * Every twenty seconds, in one of the threads: what nobody has said that it waits.
     *
     * @param first what happened while this server was not there is not known
     */
    protected abstract void lookAround(boolean first);

    /** What there is for this thread to take now, not among those that rest. */
    protected abstract List<K> waiting(int thread, int threads, List<K> resting);

    protected abstract void take(K one);

    /** Asked before what waits is asked for, and given to {@link #pause}: whether something came meanwhile. */
    protected long mark() {
        return 0;
    }

    /** When nothing waited. */
    protected abstract void pause(long mark) throws InterruptedException;

    /** Ends a {@link #pause}: the house stops. */
    protected void wake() {}

    private void work(int thread) {
        var looked = Instant.MIN;
        while (running) {
            try {
                if (thread == 0 && clock.instant().isAfter(looked.plus(LOOK_AROUND))) {
                    lookAround(looked.equals(Instant.MIN));
                    looked = clock.instant();
                }
                var mark = mark();
                if (takeSome(thread) == 0) {
                    pause(mark);
                }
            } catch (InterruptedException stop) {
                return;
            } catch (RuntimeException failure) {
                log.warn("What waits for {} waits longer: {}", name, failure.getMessage());
                rest();
            }
        }
    }

    private void rest() {
        try {
            Thread.sleep(SHORTEST_REST.toMillis());
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    private int takeSome(int thread) {
        var now = clock.instant();
        var still = resting.entrySet().stream()
                .filter(one -> one.getValue().until().isAfter(now))
                .map(Map.Entry::getKey)
                .toList();
        var waiting = waiting(thread, size, still);
        waiting.stream().takeWhile(one -> running).forEach(this::tryToTake);
        return waiting.size();
    }

    private void tryToTake(K one) {
        try {
            take(one);
            resting.remove(one);
        } catch (RuntimeException failure) {
            resting.compute(one, (same, before) -> {
                var failures = before == null ? 0 : Math.min(MOST_DOUBLINGS, before.failures() + 1);
                return new Rest(clock.instant().plus(SHORTEST_REST.multipliedBy(1L << failures)), failures);
            });
            log.warn("{}: {} fails, tried again later", name, one, failure);
        }
    }

    @Override
    public void start() {
        if (size == 0) {
            return;
        }
        running = true;
        for (var i = 0; i < size; i++) {
            var number = i;
            threads.add(new Thread(() -> work(number), name + "-" + i));
        }
        threads.forEach(Thread::start);
    }

    @Override
    public void stop() {
        running = false;
        wake();
        try {
            for (var thread : threads) {
                thread.join(LEAVING.toMillis());
            }
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
        threads.clear();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return Integer.MAX_VALUE - 20;
    }
}
