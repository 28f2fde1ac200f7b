package org.yiti.telemetry.track;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.yiti.TestDatabase;

class StoreBatchesTest {

    private static final Instant NOW = Instant.parse("2026-11-28T02:00:00Z");
    private static final String ALL = """
            select string_agg(row(terminal, at, lat, lon, alarm, status, speed, direction, altitude, odometer, fuel, extras)::text, E'\\n'
                              order by terminal, at, digest) from telemetry.position
            """;

    private JdbcClient database;
    private BatchStore store;
    private TransactionTemplate transaction;

    @BeforeEach
    void freshDatabase() {
        storeAt(TestDatabase.fresh().dataSource());
    }

    private void storeAt(DataSource source) {
        database = JdbcClient.create(source);
        var clock = Clock.fixed(NOW, ZoneId.of("Asia/Shanghai"));
        var template = new JdbcTemplate(source);
        var plain = new StoreBatches(source, template, clock);
        transaction = new TransactionTemplate(new DataSourceTransactionManager(source));
        store = batches -> transaction.executeWithoutResult(status -> plain.store(batches));
    }

    private static Position at(int terminal, Instant when, int lat) {
        return new Position(
                terminal, when.getEpochSecond(), lat, 116_397_477, 0, 3, 605, 90, 52, 123_456L, null, new byte[] {
                    0x30, 1, 31
                });
    }

    private static Batch position(int terminal, Instant when, int lat) {
        return Batch.of(List.of(at(terminal, when, lat)));
    }

    private String all() {
        return database.sql(ALL).query(String.class).single();
    }

    /** Nobody reads past the table to its parts. */
    private long in(String part) {
        return count("telemetry.position where tableoid = 'telemetry." + part + "'::regclass");
    }

    private long count(String table) {
        return database.sql("select count(*) from " + table).query(Long.class).single();
    }

    /** The account of the embedded database is a superuser, and writes another way. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void anyOrderAndAnyRepetitionLeaveTheSameRows(boolean superuser) {
        var random = new Random(4);
        var told = new ArrayList<Batch>();
        for (var i = 0; i < 300; i++) {
            var when = NOW.minusSeconds(random.nextInt(40) * 86_400L + random.nextInt(20));
            told.add(position(random.nextInt(4), when, 39_000_000 + random.nextInt(3)));
        }
        store.store(told);
        var first = all();

        var other = TestDatabase.fresh();
        storeAt(superuser ? other.superuser() : other.dataSource());
        var again = new ArrayList<>(told);
        again.addAll(told.subList(0, 150));
        Collections.shuffle(again, random);
        for (var from = 0; from < again.size(); from += 37) {
            store.store(again.subList(from, Math.min(again.size(), from + 37)));
        }

        assertThat(all()).isEqualTo(first);
    }

    @Test
    void whatWasToldIsThereAsItWasTold() {
        store.store(List.of(Batch.of(List.of(new Position(
                9,
                NOW.getEpochSecond(),
                -33_900_001,
                -70_000_002,
                0x80000001,
                0xC0000003,
                65_535,
                359,
                -12,
                4_294_967_295L,
                65_535,
                new byte[] {0x7e, 0, 9})))));

        assertThat(database.sql("select * from telemetry.position").query().singleRow())
                .containsEntry("lat", -33_900_001)
                .containsEntry("lon", -70_000_002)
                .containsEntry("alarm", 0x80000001)
                .containsEntry("status", 0xC0000003)
                .containsEntry("direction", 359)
                .containsEntry("altitude", -12)
                .containsEntry("speed", -1) // unsigned
                .containsEntry("fuel", -1)
                .containsEntry("odometer", -1)
                .containsEntry("extras", new byte[] {0x7e, 0, 9});
    }

    @Test
    void twoThingsToldOfOneSecondAreBothKept() {
        store.store(List.of(position(1, NOW, 39_000_000), position(1, NOW, 39_000_001)));

        assertThat(count("telemetry.position")).isEqualTo(2);
    }

    @Test
    void impossibleTimesStayAstrayUntilTheirMonthComes() {
        var ahead = Instant.parse("2027-03-05T00:00:00Z");
        store.store(List.of(
                position(1, Instant.parse("2000-01-01T00:00:00Z"), 1), position(1, ahead, 2), position(1, NOW, 3)));
        assertThat(in("position_astray")).isEqualTo(2);
        assertThat(in("position_202611")).isEqualTo(1);

        database.sql("select telemetry.make_month('2027-03-09')").query(rows -> {});

        assertThat(in("position_astray")).isEqualTo(1);
        assertThat(in("position_202703")).isEqualTo(1);
        assertThat(count("telemetry.position")).isEqualTo(3);
    }

    @Test
    void aMonthWhoseMakingWasTakenBackIsMadeWithTheNext() {
        transaction.executeWithoutResult(status -> {
            store.store(List.of(position(1, NOW, 3)));
            status.setRollbackOnly();
        });

        store.store(List.of(position(1, NOW, 3)));

        assertThat(in("position_202611")).isEqualTo(1);
    }

    @Test
    void whatNoFieldOfTheStandardMayHoldKeepsNobodyElseWaiting() {
        store.store(List.of(
                Batch.of(List.of(
                        new Position(1, NOW.getEpochSecond(), 1, 1, 0, 0, 0, 65_535, 0, null, null, new byte[0]))),
                position(2, NOW, 1)));

        assertThat(count("telemetry.position")).isEqualTo(2);
    }

    @Test
    void aMonthHasItsPoliciesFromTheStart() {
        store.store(List.of(position(1, NOW, 3)));

        assertThat(database.sql(
                                "select relrowsecurity and relforcerowsecurity from pg_class where relname = 'position_202611'")
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    @Test
    void whosePositionsCameIsToldWithTheEarliestOfEach() {
        store.store(List.of(
                position(5, NOW.minusSeconds(10), 1), position(5, NOW.minusSeconds(90), 1), position(6, NOW, 1)));

        assertThat(database.sql("select terminals::text || since::text from telemetry.arrival")
                        .query(String.class)
                        .single())
                .isEqualTo("{5,6}{\"2026-11-28 09:58:30+08\",\"2026-11-28 10:00:00+08\"}");
    }

    @Test
    void otherSayingsAreKeptAsTheyCame() {
        store.store(List.of(Batch.of(new Saying(3, 0x0900, 7, "2019", new byte[] {(byte) 0xF0, 0, 1}))));

        assertThat(database.sql("select * from telemetry.message").query().singleRow())
                .containsEntry("terminal", 3)
                .containsEntry("kind", 0x0900)
                .containsEntry("edition", "2019")
                .containsEntry("body", new byte[] {(byte) 0xF0, 0, 1});
    }
}
