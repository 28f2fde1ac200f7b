package org.yiti.bench;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.yiti.energy.metering.Delivery;
import org.yiti.energy.metering.MeterFile;
import org.yiti.energy.metering.MeterFiles;
import org.yiti.energy.metering.ReadingStore;
import org.yiti.energy.metering.Told;
import org.yiti.meters.interval.Reading.Status;

/**
 * From a reading that is accepted to the finding in the list: of one meter after another the reading that makes the seventh
 * night above the usual known, and how long it takes until the rule on it has found it.
 */
final class MeterFindingsBench implements Bench.Measurement {

    private static final int METERS = Integer.parseInt(System.getenv().getOrDefault("BENCH_FOUND", "30"));
    private static final Instant START = Instant.parse("2026-03-31T16:00:00Z");
    private static final int DAYS = 40;
    private static final int NIGHTS = 7;
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final double GOAL_MILLIS = 2000;

    @Override
    public void run(Report report) throws Exception {
        try (var house = House.empty(House.WORLDS.resolve("meter-findings").toAbsolutePath())) {
            report.line("postgresql", house.postgres());
            house.settle(Stream.of("MF-1"));
            house.database().sql("""
                            insert into energy.meter (institution_id, code, name, energy_kind, level)
                            select i.id, 'MF-' || n, '电表' || n, 'ELECTRICITY', 'HOUSEHOLD'
                              from organization.institution i, generate_series(1, :meters) n where i.code = 'MF-1'
                            """).param("meters", METERS).update();
            var ids = house.database()
                    .sql("select id from energy.meter order by number")
                    .query(UUID.class)
                    .list();
            var meters = List.copyOf(house.bean(MeterFiles.class).of(ids).values());
            var store = house.bean(ReadingStore.class);
            for (var meter : meters) {
                store.store(List.of(new Delivery("bench", "before", walk(meter))));
            }
            await("everything before is folded", () -> nothingDue(house));
            // What these findings wait for the first time is no part of it.
            var first = measured(house, store, meters.get(0));
            var took = new ArrayList<Double>();
            for (var meter : meters.subList(1, meters.size())) {
                took.add(measured(house, store, meter));
            }
            took.sort(null);
            report.figure("meters", METERS, "");
            report.figure("first_finding_ms", first, "ms");
            report.figure("reading_to_finding_ms.median", took.get(took.size() / 2), "ms");
            var most = took.get(took.size() - 1);
            report.goal("reading_to_finding_ms.most", most, "ms", "< 2,000", most < GOAL_MILLIS);
        }
    }

    /** Forty days by the hour, the last seven nights twice as high; the hour that closes the last is not read yet. */
    private static List<Told> walk(MeterFile meter) {
        var noise = new SplittableRandom(meter.number());
        var told = new ArrayList<Told>();
        var register = 100_000L;
        for (var hour = 0; hour <= DAYS * 24; hour++) {
            told.add(shows(meter, hour, register));
            var night = hour % 24 < 5;
            register += (night ? hour / 24 >= DAYS - NIGHTS ? 900 : 440 : 1500) + noise.nextInt(40);
        }
        return told;
    }

    private static Told shows(MeterFile meter, int hour, long register) {
        return new Told(
                meter,
                null,
                null,
                START.plus(Duration.ofHours(hour)),
                BigDecimal.valueOf(register, 2),
                "kWh",
                Status.GOOD);
    }

    private static double measured(House house, ReadingStore store, MeterFile meter) throws Exception {
        var before = walk(meter).get(DAYS * 24).value().unscaledValue().longValue();
        var last = shows(meter, DAYS * 24 + 1, before + 460);
        store.store(List.of(new Delivery("bench", "last", List.of(last))));
        var accepted = System.nanoTime();
        await(
                "a finding about " + meter.code(),
                () -> house.database()
                        .sql(
                                "select exists (select from supervision.finding where subject_id = ? and rule_id = 'energy.night-above-usual')")
                        .param(meter.id())
                        .query(Boolean.class)
                        .single());
        return (System.nanoTime() - accepted) / 1e6;
    }

    private static boolean nothingDue(House house) {
        return house.database()
                .sql(
                        "select not exists (select from energy.meter_due) and not exists (select from supervision.finding where rule_id = 'energy.night-above-usual')")
                .query(Boolean.class)
                .single();
    }

    private interface Asked {
        boolean isSo();
    }

    private static void await(String what, Asked asked) throws Exception {
        var begun = System.nanoTime();
        while (!asked.isSo()) {
            if (System.nanoTime() - begun > PATIENCE.toNanos()) {
                throw new TimeoutException(what);
            }
            Thread.sleep(5);
        }
    }
}
