package org.yiti.telemetry.track;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.yiti.TestDatabase;

class PackDaysTest {

    private static final Instant NOW = Instant.parse("2026-03-30T10:00:00Z");
    /** Everything of everybody, wherever it lies; what came when, to the millisecond. */
    private static final String ALL = """
            select string_agg(concat_ws(' ', terminal, extract(epoch from at), digest, lat, lon, speed, direction, alarm, status, altitude,
                              coalesce(odometer::text, '-'), coalesce(fuel::text, '-'), coalesce(extras::text, '-'), date_trunc('milliseconds', received_at)), E'\\n'
                              order by terminal, at, digest)
              from (select terminal, at, digest, lat, lon, speed, direction, alarm, status, altitude, odometer, fuel, extras, received_at from telemetry.position
                    union all
                    select k.terminal, u.at, u.digest, u.lat, u.lon, u.speed, u.direction, u.alarm, u.status, u.altitude, u.odometer, u.fuel, u.extras, u.received_at
                      from telemetry.packed k cross join lateral telemetry.unpacked(k) u) p
            """;

    private static final String DAY = """
            select string_agg(concat_ws(' ', at, lat, lon, speed, direction, status, odometer, fuel), E'\\n' order by at, place)
              from telemetry.told(?, '2026-03-09 20:00+08', '2026-03-11 04:00+08')
            """;

    private JdbcClient database;
    private TransactionTemplate transaction;
    private BatchStore store;
    private PackDays pack;
    private final int[] numbers = new int[3];

    @BeforeEach
    void freshDatabase() {
        var template = new JdbcTemplate(TestDatabase.fresh().dataSource());
        var source = template.getDataSource();
        database = JdbcClient.create(template);
        var clock = Clock.fixed(NOW, ZoneId.of("Asia/Shanghai"));
        transaction = new TransactionTemplate(new DataSourceTransactionManager(source));
        var plain = new StoreBatches(source, template, clock);
        store = batches -> transaction.executeWithoutResult(status -> plain.store(batches));
        pack = new PackDays(template, clock, Duration.ofDays(14));
        for (var i = 0; i < numbers.length; i++) {
            numbers[i] = database.sql(
                            "insert into telemetry.terminal (institution_id, phone) values (gen_random_uuid(), ?) returning number")
                    .param("13900000" + i)
                    .query(Integer.class)
                    .single();
        }
    }

    private Position any(Random random) {
        var second = Instant.parse("2026-03-08T15:59:58Z").getEpochSecond()
                + random.nextInt(3) * 86_400L
                + random.nextInt(6);
        return new Position(
                numbers[random.nextInt(numbers.length)],
                second,
                random.nextInt(180_000_000) - 90_000_000,
                random.nextInt(360_000_000) - 180_000_000,
                random.nextInt(),
                random.nextInt(),
                random.nextInt(65_536),
                random.nextInt(360),
                random.nextInt(9_000),
                maybe(random, 0xffff_ffffL),
                random.nextBoolean() ? null : (Integer) random.nextInt(65_536),
                random.nextBoolean() ? new byte[0] : new byte[] {0x30, 1, (byte) random.nextInt()});
    }

    private static @Nullable Long maybe(Random random, long most) {
        return random.nextBoolean() ? null : (Long) random.nextLong(most);
    }

    private List<Position> some(Random random, int count) {
        var all = new ArrayList<Position>();
        for (var i = 0; i < count; i++) {
            all.add(any(random));
        }
        return all;
    }

    private Position plain(long second) {
        return new Position(numbers[0], second, 30_000_000, 114_000_000, 0, 3, 0, 0, 0, null, null, new byte[0]);
    }

    private void store(List<Position> positions) {
        store.store(List.of(Batch.of(positions)));
    }

    private void packAll() {
        while (pack.packSome() > 0) {}
    }

    private String text(String question, Object... parameters) {
        return database.sql(question).params(parameters).query(String.class).single();
    }

    private int givenBack() {
        return database.sql("select telemetry.give_back('2026-03-16')")
                .query(Integer.class)
                .single();
    }

    private long count(String table) {
        return database.sql("select count(*) from telemetry." + table)
                .query(Long.class)
                .single();
    }

    @RepeatedTest(5)
    void whatIsPackedIsReadAsIfItWereNot(RepetitionInfo repetition) {
        store(some(new Random(repetition.getCurrentRepetition()), 400));
        var before = text(ALL);
        var day = text(DAY, numbers[1]);

        packAll();

        assertThat(count("position")).isZero();
        assertThat(count("packed")).isBetween(9L, 18L);
        assertThat(text(ALL)).isEqualTo(before);
        assertThat(text(DAY, numbers[1])).isEqualTo(day);
        assertThat(
                        count(
                                "packed k, telemetry.unpacked(k) u where u.lat not between south and north or u.lon not between west and east"))
                .isZero();
    }

    @RepeatedTest(5)
    void whatComesLateForAPackedDayIsStoredOnceAndInItsPlace(RepetitionInfo repetition) {
        var random = new Random(100 + repetition.getCurrentRepetition());
        var early = some(random, 200);
        var late = some(random, 50);
        store(early);
        store(late);
        var atOnce = text(ALL);
        database.sql("truncate telemetry.position").update();

        store(early);
        packAll();
        store(late);
        store(early.subList(0, 80));
        assertThat(text(ALL)).isEqualTo(atOnce);
        packAll();

        assertThat(text(ALL)).isEqualTo(atOnce);
        assertThat(count("position")).isZero();
    }

    @Test
    void whoeverIsKilledWhilePackingHasPackedNothing() {
        store(some(new Random(7), 100));
        var before = text(ALL);

        transaction.executeWithoutResult(status -> {
            assertThat(pack.packSome()).isPositive();
            assertThat(count("packed")).isPositive();
            status.setRollbackOnly();
        });

        assertThat(count("packed")).isZero();
        assertThat(text(ALL)).isEqualTo(before);
    }

    @Test
    void whatMayStillComeAndWhatNoClockCanSayIsNotPacked() {
        store(List.of(plain(NOW.minus(Duration.ofDays(13)).getEpochSecond())));
        store(List.of(plain(NOW.plus(Duration.ofDays(2)).getEpochSecond())));
        store(List.of(plain(946_684_810L)));
        packAll();
        assertThat(count("position")).isEqualTo(3);
        assertThat(count("packed")).isZero();
    }

    @Test
    void aMonthThatIsPackedGivesItsRoomBack() {
        store(List.of(plain(Instant.parse("2026-01-10T01:00:00Z").getEpochSecond())));
        assertThat(givenBack()).isZero();
        packAll();
        assertThat(givenBack()).isEqualTo(1);
        assertThat(count("packed")).isEqualTo(1);
    }
}
