package org.yiti.telemetry.track;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.yiti.Soon;

/** The small form of {@code bench/run kill}, in which the server is killed as well, a hundred times. */
class KilledDatabaseTest {

    private static final Instant NOW = Instant.parse("2026-11-28T02:00:00Z");
    private static final int TERMINALS = 4;
    private static final int KILLS = 2;
    private static final int BETWEEN = 2_000;

    private record Key(int terminal, long second) {}

    private final Set<Key> acknowledged = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean enough = new AtomicBoolean();

    @Test
    void whateverIsAcknowledgedIsStoredOnceHoweverOftenTheDatabaseIsKilled() throws Exception {
        try (var postgres = new MortalPostgres()) {
            var group = new GroupCommit(store(postgres), 2, 5_000);
            var terminals = Executors.newFixedThreadPool(TERMINALS);
            for (var i = 0; i < TERMINALS; i++) {
                var terminal = i;
                terminals.submit(() -> report(group, terminal));
            }
            for (var kill = 0; kill < KILLS; kill++) {
                someMore();
                postgres.killAndRestart();
            }
            someMore();
            enough.set(true);
            terminals.shutdown();
            assertThat(terminals.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
            group.close();

            var stored = JdbcClient.create(postgres.dataSource())
                    .sql("select terminal, extract(epoch from at)::bigint as second from telemetry.position")
                    .query(Key.class)
                    .list();
            assertThat(stored).doesNotHaveDuplicates();
            assertThat(Set.copyOf(stored)).containsAll(acknowledged);
        }
    }

    private static BatchStore store(MortalPostgres postgres) {
        var source = postgres.dataSource();
        var clock = Clock.fixed(NOW, ZoneId.of("Asia/Shanghai"));
        var template = new JdbcTemplate(source);
        var plain = new StoreBatches(source, template, clock);
        var transaction = new TransactionTemplate(new DataSourceTransactionManager(source));
        return batches -> transaction.executeWithoutResult(status -> plain.store(batches));
    }

    /** Every third position is told twice; what finds no room is told again. */
    private void report(GroupCommit group, int terminal) {
        for (var second = 0L; !enough.get(); second++) {
            var at = NOW.getEpochSecond() - second;
            for (var times = 0; times < (second % 3 == 0 ? 2 : 1); times++) {
                while (!group.offer(batch(terminal, at), () -> acknowledged.add(new Key(terminal, at)))) {
                    pause();
                }
            }
        }
    }

    private static Batch batch(int terminal, long at) {
        return Batch.of(List.of(new Position(
                terminal, at, 30_250_000, 120_160_000, 0, 3, 605, 90, 12, 1_234L, 300, new byte[] {1, 2})));
    }

    private static void pause() {
        try {
            Thread.sleep(5);
        } catch (InterruptedException stop) {
            throw new IllegalStateException(stop);
        }
    }

    private void someMore() {
        var wanted = acknowledged.size() + BETWEEN;
        Soon.soon("acknowledged", acknowledged::size, count -> count >= wanted);
    }
}
