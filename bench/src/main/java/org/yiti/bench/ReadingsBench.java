package org.yiti.bench;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.yiti.energy.metering.Delivery;
import org.yiti.energy.metering.MeterFile;
import org.yiti.energy.metering.MeterFiles;
import org.yiti.energy.metering.ReadingStore;
import org.yiti.energy.metering.RecomputeMeters;
import org.yiti.energy.metering.Told;
import org.yiti.meters.interval.Reading.Status;

/** Readings to intervals with the database in between: as gateways catch up, as they report, and a year made anew. */
final class ReadingsBench implements Bench.Measurement {

    private static final int METERS = Integer.parseInt(System.getenv().getOrDefault("BENCH_METERED", "1000"));
    private static final int DAYS = Integer.parseInt(System.getenv().getOrDefault("BENCH_DAYS", "20"));
    private static final String FACTS = System.getenv().getOrDefault("BENCH_FACTS", "0");
    private static final int WRITERS = 2;
    private static final int QUARTERS_AT_ONCE = 48;
    private static final int AT_ONCE = 20;
    private static final Instant START = Instant.parse("2025-10-31T16:00:00Z");

    @Override
    public void run(Report report) throws Exception {
        try (var house = House.empty(
                House.WORLDS.resolve("readings").toAbsolutePath(), "--yiti.energy.facts.threads=" + FACTS)) {
            report.line("postgresql", house.postgres());
            house.settle(Stream.of("RB-1"));
            var meters = meters(house);
            var store = house.bean(ReadingStore.class);
            report.figure("meters", meters.size(), "");
            // As gateways catch up: twelve hours of quarter hours of every meter in a lot.
            var caughtUp = fed(store, meters, DAYS * 96 / QUARTERS_AT_ONCE, QUARTERS_AT_ONCE, START);
            report.goal("readings_per_second", Math.round(caughtUp), "readings/s", "50,000", caughtUp >= 50_000);
            // As they report: one reading of every meter in a lot, each into the running day.
            var later = START.plus(Duration.ofDays(DAYS));
            report.figure(
                    "readings_per_second_one_a_meter", Math.round(fed(store, meters, 96, 1, later)), "readings/s");
            remade(house, report);
        }
    }

    private static List<MeterFile> meters(House house) {
        house.database().sql("""
                        insert into energy.meter (institution_id, code, name, energy_kind, level)
                        select i.id, 'RB-' || n, '电表' || n, 'ELECTRICITY', 'HOUSEHOLD'
                          from organization.institution i, generate_series(1, :meters) n where i.code = 'RB-1'
                        """).param("meters", METERS).update();
        return List.copyOf(house.bean(MeterFiles.class).of(ids(house)).values());
    }

    private static List<UUID> ids(House house) {
        return house.database()
                .sql("select id from energy.meter order by number")
                .query(UUID.class)
                .list();
    }

    /** @return readings a second, all that follows from them included */
    private static double fed(ReadingStore store, List<MeterFile> meters, int lots, int quarters, Instant from)
            throws Exception {
        var half = (meters.size() + WRITERS - 1) / WRITERS;
        var work = new ArrayList<Callable<Void>>();
        for (var first = 0; first < meters.size(); first += half) {
            var mine = meters.subList(first, Math.min(meters.size(), first + half));
            work.add(() -> {
                for (var lot = 0; lot < lots; lot++) {
                    store.store(
                            List.of(new Delivery("bench", "lot-" + lot, lot(mine, lot * quarters, quarters, from))));
                }
                return null;
            });
        }
        return (double) meters.size() * lots * quarters / seconds(work);
    }

    private static List<Told> lot(List<MeterFile> meters, int first, int quarters, Instant from) {
        var told = new ArrayList<Told>(meters.size() * quarters);
        for (var meter : meters) {
            for (var quarter = first; quarter < first + quarters; quarter++) {
                var at = from.plus(Duration.ofMinutes(15L * quarter));
                var register = (at.getEpochSecond() - START.getEpochSecond()) / 9 + meter.number() % 100;
                told.add(new Told(meter, null, null, at, BigDecimal.valueOf(register, 2), "kWh", Status.GOOD));
            }
        }
        return told;
    }

    private static double seconds(List<Callable<Void>> work) throws Exception {
        var hands = Executors.newFixedThreadPool(WRITERS);
        var begun = System.nanoTime();
        try {
            for (var done : hands.invokeAll(work)) {
                done.get();
            }
            return (System.nanoTime() - begun) / 1e9;
        } finally {
            hands.shutdown();
        }
    }

    /** A year of hours of every meter: planted straight into the raw readings, then made into days as after a new price. */
    private static void remade(House house, Report report) throws Exception {
        var database = house.database();
        database.sql("truncate energy.raw_reading, energy.meter_day, energy.meter_due")
                .update();
        database.sql(
                        "select energy.make_month(m) from generate_series('2025-01-01'::timestamptz, '2025-12-31', '1 month') m")
                .query(row -> {});
        database.sql("""
                        insert into energy.raw_reading (meter, quality, received, at, batch, value, unit)
                        select m.number, 0, h, '2024-12-31 16:00+00'::timestamptz + make_interval(hours => h), 1, (h * 3.25)::numeric(12, 2), 'kWh'
                          from energy.meter m, generate_series(0, 8759) h
                        """).update();
        database.sql("analyze energy.raw_reading").update();
        var ids = ids(house);
        var recompute = house.bean(RecomputeMeters.class);
        var half = (ids.size() + WRITERS - 1) / WRITERS;
        var work = new ArrayList<Callable<Void>>();
        for (var first = 0; first < ids.size(); first += half) {
            var mine = ids.subList(first, Math.min(ids.size(), first + half));
            work.add(() -> {
                for (var from = 0; from < mine.size(); from += AT_ONCE) {
                    recompute.again(mine.subList(from, Math.min(mine.size(), from + AT_ONCE)));
                }
                return null;
            });
        }
        var seconds = seconds(work);
        report.goal("recompute_year_seconds", seconds, "s", "30 for 1,000 meters", seconds * 1000 / METERS <= 30);
        report.figure(
                "recompute_days",
                database.sql("select count(*) from energy.meter_day")
                        .query(Long.class)
                        .single(),
                "days");
    }
}
