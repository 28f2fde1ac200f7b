package org.yiti.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import org.yiti.detect.meter.Oddness;

/** Every series of a copy of NAB's data, value by value, as NAB wants to have it: {@code group/yiti_series.csv}. */
final class NabScores {

    private NabScores() {}

    static int write(Path data, Path out) throws IOException {
        try (var files = Files.walk(data)) {
            var series = files.filter(file -> file.toString().endsWith(".csv"))
                    .sorted()
                    .toList();
            for (var file : series) {
                var to = out.resolve(data.relativize(file).getParent()).resolve("yiti_" + file.getFileName());
                Files.createDirectories(to.getParent());
                Files.write(to, scored(file));
            }
            return series.size();
        }
    }

    private static ArrayList<String> scored(Path file) throws IOException {
        var oddness = new Oddness();
        var lines = new ArrayList<String>();
        lines.add("timestamp,value,anomaly_score");
        for (var line : Files.readAllLines(file)) {
            var cells = line.split(",");
            if (Character.isDigit(cells[0].charAt(0))) {
                var at = LocalDateTime.parse(cells[0].replace(' ', 'T'))
                        .toInstant(ZoneOffset.UTC)
                        .toEpochMilli();
                lines.add(cells[0] + "," + cells[1] + "," + oddness.next(at, Double.parseDouble(cells[1])));
            }
        }
        return lines;
    }
}
