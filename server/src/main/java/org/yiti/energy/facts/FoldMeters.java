package org.yiti.energy.facts;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Makes facts of the hours of meters soon after they are known. Several servers take meters in turns by row locks; none
 * leads. A meter that fails waits and keeps nobody else waiting.
 */
@Component
@EnableConfigurationProperties(MeterFactSettings.class)
class FoldMeters implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(FoldMeters.class);
    private static final Duration LOOK_AROUND = Duration.ofSeconds(20);
    private static final Duration REST = Duration.ofMinutes(1);

    private final MeterFactSettings settings;
    private final MeterDue due;
    private final FoldMeter fold;
    private final MeterKit kit;
    private final Clock clock;

    private final Map<UUID, Instant> resting = new ConcurrentHashMap<>();
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean running;

    FoldMeters(MeterFactSettings settings, MeterDue due, FoldMeter fold, MeterKit kit, Clock clock) {
        this.settings = settings;
        this.due = due;
        this.fold = fold;
        this.kit = kit;
        this.clock = clock;
    }

    private void work(int thread) {
        var looked = Instant.MIN;
        while (running) {
            try {
                if (thread == 0 && clock.instant().isAfter(looked.plus(LOOK_AROUND))) {
                    look(looked.equals(Instant.MIN));
                    looked = clock.instant();
                }
                if (foldSome(thread) == 0) {
                    Thread.sleep(settings.pause().toMillis());
                }
            } catch (InterruptedException stop) {
                return;
            } catch (RuntimeException failure) {
                log.warn("Hours of meters wait to be made into facts: {}", failure.getMessage());
                rest();
            }
        }
    }

    /** @param first nobody knows what was folded by another version while this server was not there */
    private void look(boolean first) {
        if (first) {
            due.addThoseOfOthers(kit.name());
        }
        due.addSilent(clock.instant());
    }

    private void rest() {
        try {
            Thread.sleep(Duration.ofSeconds(5).toMillis());
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    private int foldSome(int thread) {
        var now = clock.instant();
        resting.values().removeIf(until -> !until.isAfter(now));
        var waiting = due.waiting(thread, settings.threads(), List.copyOf(resting.keySet()));
        waiting.stream().takeWhile(meter -> running).forEach(this::fold);
        return waiting.size();
    }

    private void fold(UUID meter) {
        try {
            fold.fold(meter);
        } catch (RuntimeException failure) {
            resting.put(meter, clock.instant().plus(REST));
            log.warn("Meter {} cannot be folded, tried again later", meter, failure);
        }
    }

    @Override
    public void start() {
        if (settings.threads() == 0) {
            return;
        }
        running = true;
        for (var i = 0; i < settings.threads(); i++) {
            var number = i;
            threads.add(new Thread(() -> work(number), "energy-facts-" + i));
        }
        threads.forEach(Thread::start);
    }

    @Override
    public void stop() {
        running = false;
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

    /** After whatever brings readings; what came last is folded by whoever starts next. */
    @Override
    public int getPhase() {
        return Integer.MAX_VALUE - 20;
    }
}
