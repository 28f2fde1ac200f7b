package org.yiti.telemetry.track;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Lays days of which nothing more is expected into one row each ({@code telemetry.pack}). A day is a transaction of its own,
 * so whatever is killed has either packed it or not; several servers may do it at once. A day that something late comes
 * for is laid open again by whoever stores that ({@link StoreBatches}), and packed anew in the next round.
 */
@Component
class PackDays implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(PackDays.class);
    private static final int AT_ONCE = 500;
    private static final long MINUTES = 10;
    private static final Duration AT_LEAST = StoreBatches.LATE.plusDays(1);

    /** Of each terminal the first day that lies among the positions: the key finds it without reading on. */
    private static final String NEXT = """
            select number, (first at time zone 'Asia/Shanghai')::date as day
              from (select t.number, (select min(at) from telemetry.position p
                                       where p.terminal = t.number and p.at >= '2011-01-01' and p.at < telemetry.starts(?::date)
                                         and p.at <= p.received_at + interval '10 minutes') as first
                      from telemetry.terminal t) f
             where first is not null limit ?
            """;

    private record Next(int terminal, LocalDate day) {}

    private final JdbcTemplate database;
    private final Clock clock;
    private final Duration after;
    private @Nullable ScheduledExecutorService rounds;

    /** @param after nought where nothing is packed */
    PackDays(JdbcTemplate database, Clock clock, @Value("${yiti.telemetry.packed-after:14d}") Duration after) {
        this.database = database;
        this.clock = clock;
        this.after = after.isZero() || after.compareTo(AT_LEAST) > 0 ? after : AT_LEAST;
    }

    private void run() {
        try {
            var days = 0;
            for (var some = packSome(); some > 0; some = packSome()) {
                days += some;
            }
            if (days > 0) {
                database.query("select telemetry.give_back(?::date)", row -> {}, before().toString());
                log.info("{} days of terminals were packed", days);
            }
        } catch (DataAccessException failure) {
            log.warn("Days of positions wait to be packed: {}", failure.getMessage());
        }
    }

    private LocalDate before() {
        return LocalDate.now(clock).minusDays(after.toDays());
    }

    /** @return how many days */
    int packSome() {
        List<Next> next = database.query(
                NEXT,
                (row, n) -> new Next(row.getInt(1), row.getObject(2, LocalDate.class)),
                before().toString(),
                AT_ONCE);
        next.forEach(one -> database.query(
                "select telemetry.pack(?, ?::date)",
                row -> {},
                one.terminal(),
                one.day().toString()));
        return next.size();
    }

    @Override
    public void start() {
        if (after.isZero()) {
            return;
        }
        var one = Executors.newSingleThreadScheduledExecutor(work -> new Thread(work, "telemetry-pack"));
        one.scheduleWithFixedDelay(this::run, 1, MINUTES, TimeUnit.MINUTES);
        rounds = one;
    }

    @Override
    public void stop() {
        var running = rounds;
        rounds = null;
        if (running != null) {
            running.shutdownNow();
        }
    }

    @Override
    public boolean isRunning() {
        return rounds != null;
    }
}
