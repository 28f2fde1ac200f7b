package org.yiti.bench;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.yiti.meters.Octets;
import org.yiti.meters.dlt645.Frame;
import org.yiti.meters.dlt645.Function;
import org.yiti.meters.dlt645.MeterAddress;
import org.yiti.meters.interval.Derivation;
import org.yiti.meters.interval.MeterHistory;
import org.yiti.meters.interval.Rates;
import org.yiti.meters.interval.Reading;
import org.yiti.meters.interval.Step;
import org.yiti.meters.interval.Touched;
import org.yiti.meters.json.MeterReading;
import org.yiti.meters.json.ReadingBatch;

/** Readings to intervals by one thread, without database or network: a year of a thousand meters, and one late reading. */
final class IntervalsBench implements Bench.Measurement {

    private static final int METERS = 1000;
    private static final int HOURS = 365 * 24;
    private static final int LATE = 200_000;
    private static final int BATCHES = 200;
    private static final int FRAMES = 1_000_000;
    private static final double RATE_GOAL = 1_000_000;
    private static final double YEAR_GOAL = 30;
    private static final ZoneOffset CHINA = ZoneOffset.ofHours(8);
    private static final long START = Instant.parse("2025-12-31T16:00:00Z").toEpochMilli();
    private static final MeterHistory METER = MeterHistory.simple("ELECTRICITY", "kWh", 2, 8);
    private static final Rates RATES = new Rates(
            "kWh",
            List.of(Rates.Tariff.flat(1, 0, 612_300), Rates.Tariff.flat(2, START + HOURS / 2 * 3_600_000L, 655_000)),
            List.of(new Rates.Factor(3, 0, 122_900)),
            List.of(new Rates.Factor(4, 0, 536_600)));

    @Override
    public void run(Report report) {
        years(report, "warm_up", 3_600_000, 0);
        years(report, "on_the_hour", 3_600_000, 0);
        years(report, "every_quarter_off_the_hour", 900_000, 417_000);
        late(report);
        batches(report);
        frames(report);
    }

    private static void years(Report report, String name, long every, long shift) {
        var random = new Random(7);
        var nanos = 0L;
        var readings = 0L;
        var intervals = 0L;
        for (var meter = 0; meter < METERS; meter++) {
            var year = year(random, every, shift);
            var begun = System.nanoTime();
            var hours = Derivation.hours(METER, RATES, year, CHINA);
            var days = Derivation.added(hours, Step.DAY, CHINA);
            var months = Derivation.added(days, Step.MONTH, CHINA);
            nanos += System.nanoTime() - begun;
            readings += year.size();
            intervals += hours.size() + days.size() + months.size();
        }
        if (name.equals("warm_up")) {
            return;
        }
        var seconds = nanos / 1e9;
        report.goal(name + "_year_of_1000_meters", seconds, "s", "< 30 s with the database", seconds < YEAR_GOAL);
        report.goal(name + "_readings_per_second", readings / seconds, "", "> 1 M", readings / seconds > RATE_GOAL);
        report.figure(name + "_intervals_per_second", intervals / seconds, "");
    }

    private static List<Reading> year(Random random, long every, long shift) {
        var count = (int) (HOURS * 3_600_000L / every) + 1;
        var year = new ArrayList<Reading>(count);
        var register = 0L;
        for (var i = 0; i < count; i++) {
            year.add(Reading.good(START + shift + i * every, register, i));
            register += random.nextInt(900);
        }
        return year;
    }

    /** One late reading at a time, among a day of readings around it: what is touched, and its hours anew. */
    private static void late(Report report) {
        var day = new ArrayList<>(year(new Random(7), 900_000, 0).subList(0, 96));
        var random = new Random(11);
        var hours = 0L;
        var begun = System.nanoTime();
        for (var i = 0; i < LATE; i++) {
            var at = START + 3_600_000L + random.nextInt(79_200_000);
            var late = Reading.good(at, 40_000, 1000L + i);
            day.add(late);
            for (var span : Touched.byReadings(METER, day, List.of(late), CHINA)) {
                hours += Derivation.hours(METER, RATES, day, span, CHINA).size();
            }
            day.remove(day.size() - 1);
        }
        var seconds = (System.nanoTime() - begun) / 1e9;
        report.figure("late_readings_per_second", LATE / seconds, "");
        report.figure("hours_made_anew_by_a_late_reading", hours / (double) LATE, "");
    }

    private static void batches(Report report) {
        var lines = new ArrayList<MeterReading>();
        var time = OffsetDateTime.parse("2026-11-28T08:00:00+08:00");
        for (var i = 0; i < 5000; i++) {
            lines.add(new MeterReading(
                    "M" + i, "total", null, time, BigDecimal.valueOf(i, 2), "kWh", MeterReading.Quality.GOOD, (long)
                            i));
        }
        var json = new ReadingBatch("b", "gw", time, lines).json();
        var begun = System.nanoTime();
        var read = 0L;
        for (var i = 0; i < BATCHES; i++) {
            read += ReadingBatch.parse(json).readings().size();
        }
        report.figure("json_readings_per_second", read / ((System.nanoTime() - begun) / 1e9), "");
    }

    private static void frames(Report report) {
        var octets = Octets.hex("00000100 56341200");
        var frame = Frame.reply(MeterAddress.of("202608210001"), Function.READ, false, octets)
                .encode();
        var reader = Frame.finder();
        var count = new long[1];
        var begun = System.nanoTime();
        for (var i = 0; i < FRAMES; i++) {
            reader.feed(frame, found -> count[0]++);
        }
        report.figure("dlt645_frames_per_second", count[0] / ((System.nanoTime() - begun) / 1e9), "");
    }
}
