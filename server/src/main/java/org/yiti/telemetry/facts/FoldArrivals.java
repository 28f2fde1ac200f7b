package org.yiti.telemetry.facts;

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
import org.springframework.stereotype.Component;

/**
 * Makes facts of positions soon after they are stored. It is woken when some have come, on whichever server, and looks by
 * itself now and then. A terminal that fails waits, longer each time, and keeps nobody else waiting.
 */
@Component
class FoldArrivals implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(FoldArrivals.class);
    private static final Duration LOOK_AROUND = Duration.ofSeconds(20);
    private static final Duration SHORTEST_REST = Duration.ofSeconds(5);
    private static final int MOST_DOUBLINGS = 8;

    private record Rest(Instant until, int failures) {}

    private final FactSettings settings;
    private final Due due;
    private final Fold fold;
    private final Timelines timelines;
    private final Ear ear;
    private final Rounds rounds;

    private final Map<Integer, Rest> resting = new ConcurrentHashMap<>();
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean running;

    /** What is looked for from time to time: by the clock of the house. */
    @Component
    static class Rounds {
        private final Clock clock;
        private final Detectors detectors;
        private final Due due;

        Rounds(Clock clock, Detectors detectors, Due due) {
            this.clock = clock;
            this.detectors = detectors;
            this.due = due;
        }

        Instant now() {
            return clock.instant();
        }

        /** @param first nobody knows what was folded by another version while this server was not there */
        void look(boolean first) {
            if (detectors.ask() || first) {
                due.addThoseOfOthers(detectors.plainName(), detectors.ownNames());
            }
            due.addSilent(now());
        }
    }

    FoldArrivals(FactSettings settings, Due due, Fold fold, Timelines timelines, Ear ear, Rounds rounds) {
        this.settings = settings;
        this.due = due;
        this.fold = fold;
        this.timelines = timelines;
        this.ear = ear;
        this.rounds = rounds;
    }

    private void work(int thread) {
        var looked = Instant.MIN;
        while (running) {
            try {
                if (thread == 0 && rounds.now().isAfter(looked.plus(LOOK_AROUND))) {
                    rounds.look(looked.equals(Instant.MIN));
                    looked = rounds.now();
                }
                var heard = ear.heard();
                if (due.spread() > 0) {
                    ear.tell();
                }
                if (foldSome(thread) == 0 && ear.awaitMoreThan(heard, settings.pause())) {
                    Thread.sleep(settings.gather().toMillis());
                }
            } catch (InterruptedException stop) {
                return;
            } catch (RuntimeException failure) {
                log.warn("Positions wait to be made into facts: {}", failure.getMessage());
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

    private int foldSome(int thread) {
        var now = rounds.now();
        var still = resting.entrySet().stream()
                .filter(one -> one.getValue().until().isAfter(now))
                .map(Map.Entry::getKey)
                .toList();
        var waiting = due.waiting(thread, settings.threads(), still);
        waiting.stream().takeWhile(terminal -> running).forEach(this::fold);
        return waiting.size();
    }

    private void fold(int terminal) {
        try {
            fold.fold(terminal).ifPresent(held -> timelines.give(terminal, held));
            resting.remove(terminal);
        } catch (RuntimeException failure) {
            resting.compute(terminal, (same, before) -> {
                var failures = before == null ? 0 : Math.min(MOST_DOUBLINGS, before.failures() + 1);
                return new Rest(rounds.now().plus(SHORTEST_REST.multipliedBy(1L << failures)), failures);
            });
            log.warn("Terminal no. {} cannot be folded, tried again later", terminal, failure);
        }
    }

    @Override
    public void start() {
        if (settings.threads() == 0) {
            return;
        }
        running = true;
        ear.open();
        for (var i = 0; i < settings.threads(); i++) {
            var number = i;
            threads.add(new Thread(() -> work(number), "telemetry-facts-" + i));
        }
        threads.forEach(Thread::start);
    }

    @Override
    public void stop() {
        running = false;
        ear.close();
        try {
            for (var thread : threads) {
                thread.join(Duration.ofSeconds(20).toMillis());
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

    /** After the gateway has stopped; what it stored last is folded by whoever starts next. */
    @Override
    public int getPhase() {
        return Integer.MAX_VALUE - 20;
    }
}
