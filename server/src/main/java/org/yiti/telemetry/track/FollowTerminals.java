package org.yiti.telemetry.track;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Keeps {@code telemetry.latest}. Not within the transaction that stores: two writers would wait there for each other's
 * terminals, and each position would cost an update more. Every half second those that were heard are looked up in the
 * positions themselves, so however often a terminal speaks it is one row; every minute all are, for what a killed server
 * or somebody else's bulk load left out.
 */
@Component
class FollowTerminals implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(FollowTerminals.class);
    private static final int PAUSE_MILLIS = 500;
    private static final int ROUNDS_A_MINUTE = 120;

    private final JdbcTemplate database;
    private final Clock clock;
    private final Set<Integer> heard = ConcurrentHashMap.newKeySet();
    private @Nullable ScheduledExecutorService rounds;
    private int round;

    FollowTerminals(JdbcTemplate database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Positions of these terminals are durable now. */
    void heard(Collection<Integer> terminals) {
        heard.addAll(terminals);
    }

    /** Where those that were heard are, or everybody. */
    void catchUp(boolean everybody) {
        var now = Set.copyOf(heard);
        heard.removeAll(now);
        if (everybody || !now.isEmpty()) {
            try {
                database.query(
                        "select telemetry.catch_up(?, ?)",
                        row -> {},
                        everybody ? null : now.toArray(Integer[]::new),
                        OffsetDateTime.now(clock));
            } catch (RuntimeException failure) {
                heard.addAll(now);
                throw failure;
            }
        }
    }

    private void next() {
        try {
            catchUp(round++ % ROUNDS_A_MINUTE == 0);
        } catch (RuntimeException failure) {
            log.warn("Where terminals are is not noted: {}", failure.getMessage());
        }
    }

    @Override
    public void start() {
        rounds = Executors.newSingleThreadScheduledExecutor(work -> new Thread(work, "telemetry-follow"));
        rounds.scheduleWithFixedDelay(this::next, 0, PAUSE_MILLIS, TimeUnit.MILLISECONDS);
    }

    @Override
    public void stop() {
        if (rounds != null) {
            rounds.shutdown();
            rounds = null;
            next();
        }
    }

    @Override
    public boolean isRunning() {
        return rounds != null;
    }

    /** After whoever stores has stopped. */
    @Override
    public int getPhase() {
        return DEFAULT_PHASE - 1;
    }
}
