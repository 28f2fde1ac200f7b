package org.yiti.bench;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.yiti.detect.Timeline;
import org.yiti.detect.vehicle.CleaningSettings;
import org.yiti.detect.vehicle.Gauges;
import org.yiti.detect.vehicle.Position;
import org.yiti.detect.vehicle.Positions;
import org.yiti.detect.vehicle.VehicleDetectors;
import org.yiti.detect.vehicle.VehicleSettings;

/** All detectors of a vehicle on one core: weeks of positions every ten seconds in batches of a minute, in order, and with an hour that comes late. */
final class VehicleFactsBench implements Bench.Measurement {

    private static final double GOAL = 3e5;
    private static final long BEGIN = 1_767_196_800_000L;
    private static final int BATCH = 6;
    private static final int WARM = 12;

    private final int vehicles = Integer.parseInt(System.getenv().getOrDefault("BENCH_VEHICLES", "60"));

    @Override
    public void run(Report report) {
        for (var warm = 0; warm < WARM; warm++) {
            feed(timeline(), week(warm), 0);
        }
        rate("positions_per_second_per_core", 0, false, report);
        rate("one_batch_of_a_thousand_an_hour_late", 0.001, false, report);
        rate("in_batches_of_a_day", 0, true, report);
        var timeline = timeline();
        report.figure("facts_told_a_vehicle_and_week", feed(timeline, week(1), 0), "");
        report.figure("bytes_a_timeline", timeline.bytes().length, "");
        report.figure("bytes_a_state", timeline.checkpoint().state().length, "");
    }

    /** By the time the core worked for us; beside it by the clock, which also runs while others have the core. */
    private void rate(String name, double late, boolean atOnce, Report report) {
        var threads = ManagementFactory.getThreadMXBean();
        var ofCore = 0L;
        var byClock = 0L;
        var positions = 0L;
        for (var vehicle = 0; vehicle < vehicles; vehicle++) {
            var week = week(vehicle);
            var timeline = timeline();
            var core = threads.getCurrentThreadCpuTime();
            var clock = System.nanoTime();
            if (atOnce) {
                days(timeline, week);
            } else {
                feed(timeline, week, late);
            }
            ofCore += threads.getCurrentThreadCpuTime() - core;
            byClock += System.nanoTime() - clock;
            positions += week.size();
        }
        var rate = positions / (ofCore / 1e9);
        if (late == 0 && !atOnce) {
            report.goal(name, rate, "positions/s", "≥ 300,000/s", rate >= GOAL);
        } else {
            report.figure(name, rate, "positions/s");
        }
        report.figure(name + ".by_the_clock", positions / (byClock / 1e9), "positions/s");
    }

    private static Timeline<Position, ?> timeline() {
        return start(VehicleDetectors.all(VehicleSettings.DEFAULTS.tank(60)));
    }

    private static <S> Timeline<Position, S> start(org.yiti.detect.Detector<Position, S> detector) {
        return Timeline.start(new Positions(CleaningSettings.DEFAULTS), detector, VehicleDetectors.WINDOW, "car");
    }

    private static int feed(Timeline<Position, ?> timeline, List<Position> week, double late) {
        var random = new SplittableRandom(1);
        var facts = 0;
        List<Position> held = List.of();
        var due = 0;
        for (var from = 0; from < week.size(); from += BATCH) {
            var batch = week.subList(from, Math.min(week.size(), from + BATCH));
            if (held.isEmpty() && random.nextDouble() < late) {
                held = batch;
                due = from + 60 * BATCH;
                continue;
            }
            if (!held.isEmpty() && from >= due) {
                facts += timeline.add(held).asserted().size();
                held = List.of();
            }
            facts += timeline.add(batch).asserted().size();
        }
        return facts;
    }

    private static void days(Timeline<Position, ?> timeline, List<Position> week) {
        for (var from = 0; from < week.size(); from += 8_640) {
            timeline.add(week.subList(from, Math.min(week.size(), from + 8_640)));
        }
    }

    /** Ten hours a day of driving and standing, reported every ten seconds; at night every ten minutes. */
    private static List<Position> week(int vehicle) {
        var random = new SplittableRandom(vehicle);
        var week = new ArrayList<Position>();
        double[] at = {30 + vehicle / 1000.0, 120, 10_000, 50};
        for (var day = 0; day < 7; day++) {
            for (var second = 0; second < 86_400; second += second >= 28_800 && second < 64_800 ? 10 : 600) {
                var drives = second >= 28_800 && second < 64_800 && second / 1_800 % 2 == 0;
                var kmh = drives ? 20 + random.nextInt(60) : 0;
                var metres = kmh / 3.6 * 10;
                var heading = Math.toRadians(second / 1_800 * 40 + vehicle);
                at[0] += metres * Math.cos(heading) / 111_195;
                at[1] += metres * Math.sin(heading) / 96_000;
                at[2] += metres / 1000;
                at[3] = at[3] < 10 ? 55 : at[3] - metres / 10_000;
                var gauges = Gauges.speed(kmh).withOdometer(at[2]).withFuel(at[3] + random.nextDouble());
                var tremble = (random.nextDouble() - 0.5) / 20_000;
                week.add(Position.of(
                                BEGIN + day * 86_400_000L + second * 1_000L, at[0] + tremble, at[1] + tremble, gauges)
                        .ignition(drives));
            }
        }
        return week;
    }
}
