package org.yiti.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.yiti.detect.Fact;
import org.yiti.detect.Timeline;
import org.yiti.detect.meter.ByDay;
import org.yiti.detect.meter.Calendar;
import org.yiti.detect.meter.MeterDetectors;
import org.yiti.detect.meter.Metering;
import org.yiti.detect.meter.Reading;
import org.yiti.detect.meter.Readings;

/** The days of a year of quarter hours that are unlike others, nobody having said which are holidays. */
record DutchDays(List<String> times, Map<String, Double> scores) {

    static DutchDays in(Path file) throws IOException {
        var times = new ArrayList<String>();
        var readings = new ArrayList<Reading>();
        for (var line : Files.readAllLines(file)) {
            var cells = line.split(",");
            if (!Character.isDigit(line.charAt(0))) {
                continue;
            }
            times.add(cells[0]);
            readings.add(new Reading(
                    LocalDateTime.parse(cells[0]).toInstant(ZoneOffset.UTC).toEpochMilli(),
                    Double.parseDouble(cells[1])));
        }
        var days = ByDay.patterns(new Metering(Duration.ofMinutes(15), ZoneOffset.UTC), Calendar.UNKNOWN);
        var scores = new TreeMap<String, Double>();
        for (var fact : facts(days, readings)) {
            var day = LocalDate.ofInstant(java.time.Instant.ofEpochMilli(fact.start()), ZoneOffset.UTC);
            scores.put(day.toString(), fact.number("score"));
        }
        return new DutchDays(times, scores);
    }

    private static <S> Iterable<Fact> facts(ByDay<S> days, List<Reading> readings) {
        var facts = new TreeMap<Fact.Id, Fact>();
        var timeline = Timeline.start(new Readings(), days, MeterDetectors.WINDOW, "dutch");
        var changes = timeline.add(readings);
        changes.asserted().forEach(fact -> facts.put(fact.id(), fact));
        return facts.values();
    }

    List<String> ranked() {
        return scores.entrySet().stream()
                .sorted(Map.Entry.<String, Double>comparingByValue(Comparator.reverseOrder()))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Of each quarter hour the score of its day. */
    void write(Path to) throws IOException {
        var lines = new ArrayList<>(List.of("timestamp,score"));
        times.forEach(time -> lines.add(time + "," + scores.getOrDefault(time.substring(0, 10), 0.0)));
        Files.write(to, lines);
    }
}
