package org.yiti.energy.metering;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yiti.Soon;
import org.yiti.kernel.ledger.LedgerChanged;
import org.yiti.meters.interval.Reading.Status;

/** Readings on a real PostgreSQL: what is kept of them, and what consumption follows. */
class StoreReadingsTest {

    private static final Instant START = Instant.parse("2026-09-29T16:00:00Z");

    private Metering metering;

    @BeforeEach
    void freshDatabase() {
        metering = new Metering();
    }

    private List<UUID> threeMeters() {
        return List.of(metering.meter("A"), metering.meter("B", 5, 2), metering.meter("C"));
    }

    /** Registers that run on, roll over (B has five digits), fall without a reason now and then, and leave gaps. */
    private List<Told> walk(List<UUID> meters, long seed) {
        var random = new Random(seed);
        var all = new ArrayList<Told>();
        for (var meter : meters) {
            var file = metering.file(meter);
            var at = START;
            var register = new BigDecimal("990.00");
            for (var i = 0; i < 120; i++) {
                at = at.plus(Duration.ofMinutes(random.nextInt(20) == 0 ? 3000 : 7 + random.nextInt(60)));
                var grown = random.nextInt(25) == 0
                        ? register.movePointLeft(1)
                        : register.add(BigDecimal.valueOf(random.nextInt(400), 2));
                register = grown.remainder(new BigDecimal("1000")).setScale(2, RoundingMode.DOWN);
                all.add(Metering.shows(
                        file, at, register.toPlainString(), random.nextInt(9) == 0 ? Status.SUSPECT : Status.GOOD));
            }
        }
        return all;
    }

    private void bringInParts(List<Told> readings, Random random) {
        for (var from = 0; from < readings.size(); ) {
            var to = Math.min(readings.size(), from + 1 + random.nextInt(40));
            var half = from + (to - from) / 2;
            metering.store.store(List.of(
                    new Delivery("one", "1", readings.subList(from, half)),
                    new Delivery("other", "2", readings.subList(half, to))));
            from = to;
        }
    }

    @Test
    void whoStoresIntoAMonthThatAnotherIsMakingWaitsForItAndNothingGoesAstray() {
        var meters = threeMeters();
        var one = metering.shows(meters.get(0), "2026-10-15T00:00:00Z", "100.00");
        var other = metering.shows(meters.get(1), "2026-10-15T00:00:00Z", "7.00");
        var waiting = metering.inTransaction(() -> {
            metering.bring(one);
            var later = CompletableFuture.supplyAsync(() -> metering.bring(other));
            Soon.soon("the other waits", this::waiting, count -> count == 1);
            return later;
        });

        assertThat(waiting.join().stored()).isEqualTo(1);
        assertThat(
                        count(
                                "select count(*) from energy.raw_reading where tableoid = 'energy.raw_reading_202610'::regclass"))
                .isEqualTo(2);
        assertThat(count("select count(*) from energy.raw_reading")).isEqualTo(2);
    }

    private long waiting() {
        return count(
                "select count(*) from pg_stat_activity where datname = current_database() and wait_event = 'advisory'");
    }

    private long count(String question) {
        return metering.database.sql(question).query(Long.class).single();
    }

    @Test
    void anyOrderAndAnyRepetitionGiveTheSameRows() {
        for (var seed = 1; seed <= 4; seed++) {
            freshDatabase();
            var random = new Random(seed);
            var told = walk(threeMeters(), seed);
            bringInParts(told, random);
            var days = metering.days("newest,meter_id");
            var raw = metering.raw();

            freshDatabase();
            var shuffled = new ArrayList<>(walk(threeMeters(), seed));
            shuffled.addAll(List.copyOf(shuffled.subList(0, 150)));
            Collections.shuffle(shuffled, random);
            bringInParts(shuffled, random);

            assertThat(metering.raw()).isEqualTo(raw);
            assertThat(metering.days("newest,meter_id").lines().sorted().toList())
                    .isEqualTo(days.lines().sorted().toList());
        }
    }

    @Test
    void daysMadeBitByBitAreThoseThatAllReadingsTogetherMake() {
        for (var seed = 10; seed <= 13; seed++) {
            freshDatabase();
            var random = new Random(seed);
            var meters = threeMeters();
            var told = walk(meters, seed);
            // Corrections and withdrawals as well: in which order they came decides, and both ways know it.
            for (var i = 0; i < 60; i++) {
                var one = told.get(random.nextInt(told.size()));
                told.add(Metering.shows(
                        one.meter(),
                        one.at(),
                        one.value()
                                .add(BigDecimal.ONE)
                                .remainder(new BigDecimal("1000"))
                                .toPlainString(),
                        random.nextInt(3) == 0 ? Status.WITHDRAWN : Status.GOOD));
            }
            Collections.shuffle(told, random);
            bringInParts(told, random);
            var bitByBit = metering.days("");

            assertThat(metering.again(meters))
                    .as("days that came out otherwise")
                    .isZero();
            metering.database.sql("delete from energy.meter_day").update();
            metering.again(meters);

            assertThat(metering.days("")).isEqualTo(bitByBit);
        }
    }

    @Test
    void hoursBetweenTwoReadingsGetTheirShareAndAddUpToTheRegister() {
        var meter = metering.meter("D");
        metering.bring(
                metering.shows(meter, "2026-09-30T15:30:00Z", "100.00"),
                metering.shows(meter, "2026-09-30T17:30:00Z", "104.00"),
                metering.shows(meter, "2026-10-01T16:00:00Z", "149.00"));

        var before = metering.day(meter, "2026-09-30");
        var day = metering.day(meter, "2026-10-01");
        assertThat((Double) before.get("amount") + (Double) day.get("amount")).isEqualTo(49.0);
        assertThat(before).containsEntry("hours_read", 1);
        assertThat(day).containsEntry("hours_read", 24).containsEntry("kgce_micros", 48_000_000L * 1229 / 10_000);
        assertThat(day.get("read_from")).isEqualTo(Timestamp.from(Instant.parse("2026-09-30T15:30:00Z")));
    }

    @Test
    void aLateReadingWritesTheDaysItTouchesAndNoOthers() {
        var meter = metering.meter("L");
        var file = metering.file(meter);
        var all = new ArrayList<Told>();
        for (var hour = 0; hour < 24 * 20; hour++) {
            if (hour != 24 * 10 + 5) {
                all.add(Metering.shows(file, START.plus(Duration.ofHours(hour)), hour * 2 + ".00", Status.GOOD));
            }
        }
        metering.bring(all);
        var versions = versions(meter);

        metering.bring(Metering.shows(file, START.plus(Duration.ofHours(24 * 10 + 5)), "490.50", Status.GOOD));

        var after = versions(meter);
        assertThat(after.keySet()).isEqualTo(versions.keySet());
        after.forEach((day, version) -> {
            if (day.equals("2026-10-10")) {
                assertThat(version).as(day).isNotEqualTo(versions.get(day));
            } else {
                assertThat(version).as(day).isEqualTo(versions.get(day));
            }
        });
        assertThat(metering.bring(all.get(100))).isEqualTo(new ReadingStore.Stored(0, 1));
        assertThat(versions(meter)).as("said again").isEqualTo(after);
    }

    /** Which transaction wrote a day, and what its lineage is. */
    private Map<String, String> versions(UUID meter) {
        var versions = new TreeMap<String, String>();
        metering.database
                .sql(
                        "select day::text, xmin::text || ' ' || read_from || ' ' || read_until || ' ' || newest as version from energy.meter_day where meter_id = ?")
                .param(meter)
                .query(row -> {
                    versions.put(row.getString("day"), row.getString("version"));
                });
        return versions;
    }

    @Test
    void aCorrectedFigureCountsAndTheOneBeforeIsKept() {
        var meter = metering.meter("K");
        metering.bring(
                metering.shows(meter, "2026-10-01T00:00:00Z", "100.00"),
                metering.shows(meter, "2026-10-01T01:00:00Z", "190.00"));
        metering.bring(metering.shows(meter, "2026-10-01T01:00:00Z", "110.00"));

        assertThat(metering.day(meter, "2026-10-01")).containsEntry("amount", 10.0);
        assertThat(metering.raw().lines()).hasSize(3);
    }

    @Test
    void aReplacementEnteredLaterMakesTheDaysAnewThatItTouches() {
        var meter = metering.meter("R");
        metering.bring(
                metering.shows(meter, "2026-10-01T00:00:00Z", "5000.00"),
                metering.shows(meter, "2026-10-01T04:00:00Z", "5040.00"),
                metering.shows(meter, "2026-10-01T08:00:00Z", "20.00"));
        assertThat(metering.day(meter, "2026-10-01")).containsEntry("amount", 40.0);

        metering.database.sql("""
                        insert into energy.installation (institution_id, meter_id, begins_at, kind, end_register, start_register, ratio)
                        values (gen_random_uuid(), ?, '2026-10-01 06:00+00', 'REPLACED', 5060, 0, 2)
                        """).param(meter).update();
        metering.again(List.of(meter));

        assertThat(metering.day(meter, "2026-10-01")).containsEntry("amount", 40.0 + 20 + 2 * 20);
    }

    @Test
    void aHistoryThatContradictsItselfKeepsReadingsAndSaysWhyNothingIsMadeOfThem() {
        var meter = metering.meter("F");
        metering.database.sql("""
                        insert into energy.installation (institution_id, meter_id, begins_at, kind, end_register, start_register)
                        values (gen_random_uuid(), ?, '2026-10-01 06:00+00', 'REPLACED', 9999999, 0)
                        """).param(meter).update();
        var stored = metering.bring(
                metering.shows(meter, "2026-10-01T00:00:00Z", "1.00"),
                metering.shows(meter, "2026-10-01T04:00:00Z", "2.00"));

        assertThat(stored.stored()).isEqualTo(2);
        assertThat(metering.database
                        .sql("select failure from energy.meter_state where meter_id = ?")
                        .param(meter)
                        .query(String.class)
                        .single())
                .contains("register");
    }

    @Test
    void whatADeviceTellsOfATimeTwiceIsCountedOnce() {
        var meter = metering.meter("I");
        metering.bring(metering.consumed(meter, "2026-10-01T00:00:00Z", "2026-10-01T02:00:00Z", "4.00"));
        metering.bring(metering.consumed(meter, "2026-10-01T01:00:00Z", "2026-10-01T03:00:00Z", "6.00"));
        metering.bring(metering.consumed(meter, "2026-10-01T00:00:00Z", "2026-10-01T02:00:00Z", "4.00"));

        assertThat(metering.day(meter, "2026-10-01")).containsEntry("amount", 7.0);
        var known = metering.days("");
        assertThat(metering.again(List.of(meter))).isZero();
        assertThat(metering.days("")).isEqualTo(known);
    }

    @Test
    void importedHoursStandBesideReadingsAndNothingIsCountedTwice() {
        var meter = metering.meter("J");
        imported(meter, "2026-10-01", 10);
        metering.bring(
                metering.shows(meter, "2026-10-01T00:00:00Z", "100.00"),
                metering.shows(meter, "2026-10-01T02:00:00Z", "106.00"));
        assertThat(metering.day(meter, "2026-10-01"))
                .containsEntry("amount", 22 * 10 + 6.0)
                .containsEntry("hours_read", 24);

        imported(meter, "2026-10-02", 5);
        metering.database
                .sql("update energy.reading set amount = 11 where meter_id = ? and at < '2026-10-02 00:00+08'")
                .param(meter)
                .update();
        assertThat(metering.day(meter, "2026-10-01")).containsEntry("amount", 22 * 11 + 6.0);
        assertThat(metering.day(meter, "2026-10-02")).containsEntry("amount", 120.0);

        metering.database.sql("delete from energy.reading").update();
        assertThat(metering.day(meter, "2026-10-01"))
                .containsEntry("amount", 6.0)
                .containsEntry("hours_read", 2);

        imported(meter, "2026-10-01", 10);
        metering.bring(Metering.shows(
                metering.file(meter), Instant.parse("2026-10-01T00:00:00Z"), "100.00", Status.WITHDRAWN));
        assertThat(metering.day(meter, "2026-10-01"))
                .containsEntry("amount", 240.0)
                .containsEntry("nanos", null)
                .containsEntry("imported", null);
    }

    private void imported(UUID meter, String day, double amount) {
        metering.database.sql("""
                        insert into energy.reading (meter_id, at, amount)
                        select ?, h, ? from generate_series(?::timestamp, ?::timestamp + interval '23 hours', '1 hour') h
                        """).params(meter, amount, day, day).update();
    }

    @Test
    void aPriceOfTheInstitutionAboveHoldsByItsHours() {
        metering.database.sql("""
                        insert into energy.tariff (institution_id, energy_kind, valid_from, price, peak_price, peak_hours)
                        values (?, 'ELECTRICITY', '2026-01-01', 0.5, 1, '8-9')
                        """).param(metering.institution).update();
        var below = metering.database.sql("""
                        insert into organization.institution (code, name, kind, level, division_id, parent_id)
                        select 'M-2', '计量市档案馆', kind, level, division_id, id from organization.institution where code = 'M-1' returning id
                        """).query(UUID.class).single();
        var meter = metering.meter("P");
        metering.database
                .sql("update energy.meter set institution_id = ? where id = ?")
                .params(below, meter)
                .update();

        metering.bring(
                metering.shows(meter, "2026-10-01T00:00:00Z", "100.00"),
                metering.shows(meter, "2026-10-01T02:00:00Z", "120.00"));

        assertThat(metering.day(meter, "2026-10-01")).containsEntry("cost_micros", 10_000_000L + 5_000_000L);
    }

    @Test
    void rulesAreToldOfDaysThatAreOver() {
        var meter = metering.meter("T");
        metering.bring(
                metering.shows(meter, "2026-11-28T00:00:00Z", "1.00"),
                metering.shows(meter, "2026-11-28T01:00:00Z", "2.00"));
        assertThat(metering.told).isEmpty();

        metering.bring(metering.shows(meter, "2026-11-27T00:00:00Z", "0.50"));

        assertThat(metering.told).containsExactly(new LedgerChanged("energy.reading", Set.of(metering.institution)));
    }

    @Test
    void aClosedMonthKeepsWhatWasBookedAndGetsCorrections() {
        var meter = metering.meter("Z");
        metering.bring(
                metering.shows(meter, "2026-10-01T00:00:00Z", "100.00"),
                metering.shows(meter, "2026-10-20T00:00:00Z", "300.00"));
        metering.inTransaction(() -> {
            metering.database
                    .sql("insert into energy.closed_month values (?, '2026-10-01', now(), 'somebody')")
                    .param(metering.institution)
                    .update();
            return metering.months.book(metering.institution, LocalDate.of(2026, 10, 1));
        });

        metering.bring(metering.shows(meter, "2026-10-31T00:00:00Z", "350.00"));
        metering.bring(metering.shows(meter, "2026-10-31T00:00:00Z", "350.00"));

        assertThat(metering.database
                        .sql("select number || ' ' || nanos / 1000000000 from energy.month_entry order by number")
                        .query(String.class)
                        .list())
                .containsExactly("0 200", "1 250");
    }

    @Test
    void manyAtOnceStoreEveryReadingOnceAndHoldNobodyUp() throws InterruptedException {
        var told = walk(threeMeters(), 77);
        var threads = new ArrayList<Thread>();
        for (var t = 0; t < 4; t++) {
            var random = new Random(t);
            var mine = new ArrayList<>(told);
            Collections.shuffle(mine, random);
            threads.add(new Thread(() -> bringInParts(mine, random)));
        }
        threads.forEach(Thread::start);
        for (var thread : threads) {
            thread.join();
        }

        assertThat(metering.raw().lines()).hasSize(360);
        assertThat(metering.again(metering.database
                        .sql("select id from energy.meter")
                        .query(UUID.class)
                        .list()))
                .isZero();
    }
}
