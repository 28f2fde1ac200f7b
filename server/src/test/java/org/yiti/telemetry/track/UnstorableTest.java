package org.yiti.telemetry.track;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.yiti.Soon;
import org.yiti.TestDatabase;
import tools.jackson.databind.json.JsonMapper;

/** What PostgreSQL will never take keeps nobody waiting: it is set aside with why, and the others are stored. */
class UnstorableTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-28T02:00:00Z"), ZoneId.of("Asia/Shanghai"));

    private final List<Integer> told = Collections.synchronizedList(new ArrayList<>());
    private final AtomicInteger failures = new AtomicInteger();
    private final AtomicInteger attempts = new AtomicInteger();
    private JdbcClient database;
    private BatchStore store;

    @BeforeEach
    void aTableThatRefusesOneLatitude() {
        var fresh = TestDatabase.fresh();
        var source = fresh.dataSource();
        database = JdbcClient.create(source);
        JdbcClient.create(fresh.superuser())
                .sql("alter table telemetry.position add constraint of_no_such_latitude check (lat <> 777)")
                .update();
        var plain = new StoreBatches(source, new JdbcTemplate(source), CLOCK);
        var aside = new SetAside(database, JsonMapper.builder().build(), CLOCK);
        var transaction = new TransactionTemplate(new DataSourceTransactionManager(source));
        store = new BatchStore() {
            @Override
            public void store(List<Batch> batches) {
                attempts.incrementAndGet();
                if (failures.getAndDecrement() > 0) {
                    throw new DataAccessResourceFailureException("no database");
                }
                transaction.executeWithoutResult(status -> plain.store(batches));
            }

            @Override
            public void setAside(Batch batch, RuntimeException failure) {
                aside.put(batch, failure);
            }
        };
    }

    private static Batch position(int terminal, int lat) {
        return Batch.of(List.of(new Position(
                terminal,
                CLOCK.instant().getEpochSecond(),
                lat,
                116_397_477,
                0,
                3,
                605,
                90,
                52,
                null,
                null,
                new byte[] {0x30, 1, 31})));
    }

    private void bring(List<Batch> batches) throws InterruptedException {
        try (var group = new GroupCommit(store, 1, 1000)) {
            for (var i = 0; i < batches.size(); i++) {
                var one = i;
                assertThat(group.offer(batches.get(i), () -> told.add(one))).isTrue();
            }
            Soon.soon("told", told::size, count -> count == batches.size());
        }
    }

    private long count(String table) {
        return database.sql("select count(*) from " + table).query(Long.class).single();
    }

    @Test
    void oneThatBreaksARuleOfTheTableIsSetAsideWithWhyAndTheOthersAreStored() throws InterruptedException {
        var batches = new ArrayList<Batch>();
        for (var i = 0; i < 200; i++) {
            batches.add(position(i, i == 31 || i == 150 ? 777 : 39_000_000 + i));
        }

        bring(batches);

        assertThat(told)
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.range(0, 200).boxed().toList());
        assertThat(count("telemetry.position")).isEqualTo(198);
        assertThat(database.sql("select terminal, why, content from telemetry.set_aside order by terminal")
                        .query()
                        .listOfRows())
                .satisfiesExactly(
                        one -> assertThat(one)
                                .containsEntry("terminal", 31)
                                .satisfies(row -> assertThat(row.get("why").toString())
                                        .startsWith("23514 ")
                                        .contains("of_no_such_latitude")
                                        .doesNotContain("777"))
                                .satisfies(row -> assertThat(row.get("content").toString())
                                        .contains("\"lat\":777")
                                        .contains("\"extras\":\"MAEf\"")),
                        other -> assertThat(other).containsEntry("terminal", 150));
    }

    @Test
    void anAnswerWithACharacterThatPostgresCannotKeepIsSetAside() throws InterruptedException {
        bring(List.of(
                position(1, 5),
                Batch.of(new Receipt(UUID.randomUUID(), true, null, "{\"text\":\"\\u0000\"}")),
                position(2, 5)));

        assertThat(count("telemetry.position")).isEqualTo(2);
        assertThat(database.sql("select why from telemetry.set_aside")
                        .query(String.class)
                        .single())
                .startsWith("22P05 ERROR: ")
                .doesNotContain("update telemetry.command");
    }

    @Test
    void theSameSaidAgainIsSetAsideOnce() throws InterruptedException {
        bring(List.of(position(1, 777), position(1, 777)));
        told.clear();
        bring(List.of(position(1, 777), position(2, 777)));

        assertThat(count("telemetry.set_aside")).isEqualTo(2);
    }

    @Test
    void aDatabaseThatIsGoneForAWhileIsWaitedForAndNothingIsSetAside() throws InterruptedException {
        failures.set(3);

        bring(List.of(position(1, 5), position(2, 5)));

        assertThat(attempts).hasValueGreaterThanOrEqualTo(4);
        assertThat(count("telemetry.position")).isEqualTo(2);
        assertThat(count("telemetry.set_aside")).isZero();
    }
}
