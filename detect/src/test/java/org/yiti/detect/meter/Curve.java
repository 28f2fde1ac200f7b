package org.yiti.detect.meter;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.yiti.detect.Detector;
import org.yiti.detect.Fact;

/** A made-up office in Beijing by the hour: 8 at night and on days off, 30 while people work; what a test puts into it. */
final class Curve {

    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    static final Metering METERING = Metering.hourly(ZONE);
    /** A Monday. */
    static final LocalDate FIRST = LocalDate.of(2026, 3, 2);

    private final TreeMap<Long, Reading> readings = new TreeMap<>();

    Curve(int days) {
        for (var hour = 0; hour < 24 * days; hour++) {
            var time = FIRST.atStartOfDay().plusHours(hour);
            var works = time.getHour() >= 8
                    && time.getHour() < 18
                    && time.getDayOfWeek().getValue() <= 5;
            // Some noise that is the same each time, and no value twice.
            put(time, (works ? 30 : 8) + Math.floorMod(hour * 7919L, 1009) / 1009.0);
        }
    }

    static LocalDateTime time(int day, int hour) {
        return FIRST.plusDays(day).atTime(hour, 0);
    }

    static long at(int day, int hour) {
        return time(day, hour).atZone(ZONE).toInstant().toEpochMilli();
    }

    static Instant instant(long at) {
        return Instant.ofEpochMilli(at);
    }

    Curve put(LocalDateTime time, double value) {
        var at = time.atZone(ZONE).toInstant().toEpochMilli();
        readings.put(at, new Reading(at, value));
        return this;
    }

    /** From the first hour to the last, both among them. */
    Curve put(int day, int from, int hours, double value) {
        for (var hour = 0; hour < hours; hour++) {
            put(time(day, from).plusHours(hour), value);
        }
        return this;
    }

    Curve add(int day, int from, int hours, double more) {
        for (var hour = 0; hour < hours; hour++) {
            var time = time(day, from).plusHours(hour);
            var reading = readings.get(time.atZone(ZONE).toInstant().toEpochMilli());
            if (reading != null) {
                put(time, reading.value() + more);
            }
        }
        return this;
    }

    Curve remove(int day, int from, int hours) {
        readings.subMap(at(day, from), at(day, from) + hours * Metering.HOUR).clear();
        return this;
    }

    List<Reading> readings() {
        return new ArrayList<>(readings.values());
    }

    List<Fact> facts(Detector<Reading, ?> detector) {
        var facts = new ArrayList<Fact>();
        Consumer<Fact> all = facts::add;
        detector.facts("meter", new Readings(), readings(), all);
        return facts;
    }
}
