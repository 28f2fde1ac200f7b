package org.yiti.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.yiti.detect.Timeline;
import org.yiti.detect.meter.Gaps;
import org.yiti.detect.meter.MeterDetectors;
import org.yiti.detect.meter.Metering;
import org.yiti.detect.meter.Reading;
import org.yiti.detect.meter.Readings;

/** Long runs of nothing and of zeros, found and expected. */
record GapsFound(List<Run> found, List<Run> listed) {

    record Run(String meter, String kind, long start, long end) {

        boolean near(Run other) {
            return meter.equals(other.meter)
                    && kind.equals(other.kind)
                    && Math.abs(start - other.start) <= HOUR
                    && Math.abs(end - other.end) <= HOUR;
        }
    }

    private static final long HOUR = 3_600_000;

    /** The list beside the data says which there are. */
    static GapsFound bdg2(Path folder) throws IOException {
        var found = new ArrayList<Run>();
        for (var file : files(folder, "bgd_")) {
            var rows = Files.readAllLines(file).stream()
                    .map(row -> row.split(",", -1))
                    .toList();
            for (var column = 1; column < rows.get(0).length; column++) {
                var readings = new ArrayList<Reading>();
                for (var row : rows.subList(1, rows.size())) {
                    readings.add(reading(row[0], row[column]));
                }
                found.addAll(find(rows.get(0)[column], readings));
            }
        }
        var listed = Files.readAllLines(folder.resolve("zero_missing_runs_ge24h.csv")).stream()
                .skip(1)
                .map(line -> line.split(","))
                .map(cells -> new Run(cells[0], cells[1], at(cells[2]), at(cells[3])))
                .toList();
        return new GapsFound(found, listed);
    }

    /** Nobody lists them; what is there is counted by a plain look at the file. */
    static GapsFound ucam(Path folder) throws IOException {
        var found = new ArrayList<Run>();
        var listed = new ArrayList<Run>();
        var meters = new TreeSet<Path>();
        files(folder, "20").forEach(file -> meters.add(file.getParent()));
        meters.removeIf(meter -> meter.toString().contains("weather"));
        for (var meter : meters) {
            var name = folder.relativize(meter).toString();
            var readings = new ArrayList<Reading>();
            for (var file : files(meter, "20")) {
                Files.readAllLines(file).stream()
                        .skip(1)
                        .map(row -> row.split(",", -1))
                        .forEach(row -> readings.add(reading(row[0], row[1])));
            }
            found.addAll(find(name, readings));
            listed.addAll(zeros(name, readings));
        }
        return new GapsFound(found, listed);
    }

    long foundOnce() {
        return listed.stream()
                .filter(run -> found.stream().filter(run::near).count() == 1)
                .count();
    }

    int expected() {
        return listed.size();
    }

    /** What is told besides, years that are not there among them. */
    List<String> others() {
        return found.stream()
                .filter(run -> listed.stream().noneMatch(run::near))
                .map(GapsFound::line)
                .toList();
    }

    List<String> lines() {
        return Stream.concat(Stream.of("meter,kind,start,end"), found.stream().map(GapsFound::line))
                .toList();
    }

    private static List<Run> find(String meter, List<Reading> readings) {
        var gaps = new Gaps(Metering.hourly(ZoneOffset.UTC));
        var timeline = Timeline.start(new Readings(), gaps, MeterDetectors.WINDOW, meter);
        return timeline.add(readings).asserted().stream()
                .map(fact -> new Run(meter, fact.kind().substring("meter.".length()), fact.start(), fact.end()))
                .toList();
    }

    private static List<Run> zeros(String meter, List<Reading> readings) {
        var runs = new ArrayList<Run>();
        var from = 0;
        for (var i = 0; i <= readings.size(); i++) {
            var goesOn = i < readings.size()
                    && readings.get(i).value() == 0
                    && (i == from || readings.get(i).at() - readings.get(i - 1).at() == HOUR);
            if (!goesOn) {
                if (i - from >= 24) {
                    runs.add(new Run(
                            meter,
                            "zero",
                            readings.get(from).at(),
                            readings.get(i - 1).at()));
                }
                from = i < readings.size() && readings.get(i).value() == 0 ? i : i + 1;
            }
        }
        return runs;
    }

    private static List<Path> files(Path folder, String beginning) throws IOException {
        try (var files = Files.walk(folder)) {
            return files.filter(file -> file.getFileName().toString().startsWith(beginning))
                    .filter(file -> file.toString().endsWith(".csv"))
                    .sorted()
                    .toList();
        }
    }

    private static Reading reading(String time, String value) {
        return new Reading(at(time), Set.of("", "NaN", "nan").contains(value) ? Double.NaN : Double.parseDouble(value));
    }

    private static long at(String time) {
        return LocalDateTime.parse(time.replace(' ', 'T'))
                .toInstant(ZoneOffset.UTC)
                .toEpochMilli();
    }

    private static String line(Run run) {
        return String.join(
                ",",
                run.meter,
                run.kind,
                Instant.ofEpochMilli(run.start).toString(),
                Instant.ofEpochMilli(run.end).toString());
    }
}
