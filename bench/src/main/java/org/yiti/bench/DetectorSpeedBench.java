package org.yiti.bench;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.yiti.detect.Timeline;
import org.yiti.detect.meter.Calendar;
import org.yiti.detect.meter.MeterDetectors;
import org.yiti.detect.meter.Metering;
import org.yiti.detect.meter.Reading;
import org.yiti.detect.meter.Readings;

/** All detectors of a meter on one core: years of quarter hours in batches of a day, in order, and with some that come late. */
final class DetectorSpeedBench implements Bench.Measurement {

    private static final double GOAL = 1e6;
    private static final long BEGIN = 1_767_196_800_000L;
    private static final int A_DAY = 96;
    private static final int DAYS = 365;
    private static final int WARM = 60;

    private final int meters = Integer.parseInt(System.getenv().getOrDefault("BENCH_METERS", "200"));

    @Override
    public void run(Report report) {
        for (var warm = 0; warm < WARM; warm++) {
            year(warm, 0, false);
        }
        rate("detector_events_per_second_per_core", 0, false, report);
        rate("one_of_a_hundred_a_day_late", 0.01, false, report);
        rate("stored_and_read_each_day", 0, true, report);
        var timeline = timeline("bytes");
        report.figure("facts_a_meter_and_year", feed(timeline, readings(1), 0, false), "");
        report.figure("bytes_a_timeline", timeline.bytes().length, "");
        report.figure("bytes_a_state", timeline.checkpoint().state().length, "");
    }

    /** By the time the core worked for us; beside it by the clock, which also runs while others have the core. */
    private void rate(String name, double late, boolean stored, Report report) {
        var spent = new Spent(0, 0);
        for (var meter = 0; meter < meters; meter++) {
            spent = spent.and(year(meter, late, stored));
        }
        var readings = (double) meters * DAYS * A_DAY;
        var rate = readings / (spent.ofCore / 1e9);
        if (late == 0 && !stored) {
            report.goal(name, rate, "readings/s", "≥ 1,000,000/s", rate >= GOAL);
        } else {
            report.figure(name, rate, "readings/s");
        }
        report.figure(name + ".by_the_clock", readings / (spent.byClock / 1e9), "readings/s");
    }

    private record Spent(long ofCore, long byClock) {

        Spent and(Spent other) {
            return new Spent(ofCore + other.ofCore, byClock + other.byClock);
        }
    }

    private static Spent year(int meter, double late, boolean stored) {
        var threads = ManagementFactory.getThreadMXBean();
        var readings = readings(meter);
        var ofCore = threads.getCurrentThreadCpuTime();
        var byClock = System.nanoTime();
        feed(timeline("meter " + meter), readings, late, stored);
        return new Spent(threads.getCurrentThreadCpuTime() - ofCore, System.nanoTime() - byClock);
    }

    private static Timeline<Reading, Object[]> timeline(String key) {
        return Timeline.start(new Readings(), detector(), MeterDetectors.WINDOW, key);
    }

    private static org.yiti.detect.Detector<Reading, Object[]> detector() {
        return MeterDetectors.all(new Metering(Duration.ofMinutes(15), ZoneId.of("Asia/Shanghai")), Calendar.UNKNOWN);
    }

    private static int feed(Timeline<Reading, Object[]> timeline, List<Reading> readings, double late, boolean stored) {
        var random = new SplittableRandom(1);
        var facts = 0;
        Reading held = null;
        var current = timeline;
        for (var day = 0; day < DAYS; day++) {
            var batch = new ArrayList<>(readings.subList(day * A_DAY, (day + 1) * A_DAY));
            if (held != null) {
                batch.add(held);
                held = null;
            }
            if (random.nextDouble() < late * A_DAY) {
                held = batch.remove(random.nextInt(A_DAY));
            }
            facts += current.add(batch).asserted().size();
            if (stored) {
                current = Timeline.of(new Readings(), detector(), MeterDetectors.WINDOW, current.bytes());
            }
        }
        return facts;
    }

    /** An office: working hours, days off, noise, now and then something odd. */
    private static List<Reading> readings(int meter) {
        var random = new SplittableRandom(meter);
        var readings = new ArrayList<Reading>(DAYS * A_DAY);
        for (var i = 0; i < DAYS * A_DAY; i++) {
            var hour = i % A_DAY / 4;
            var works = hour >= 8 && hour < 18 && i / A_DAY % 7 < 5;
            var odd = random.nextInt(5_000) == 0 ? 4 : 1;
            readings.add(new Reading(BEGIN + i * 900_000L, odd * (works ? 30 : 8) * (0.9 + 0.2 * random.nextDouble())));
        }
        return readings;
    }
}
