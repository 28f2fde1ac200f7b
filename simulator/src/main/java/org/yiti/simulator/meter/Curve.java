package org.yiti.simulator.meter;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.yiti.simulator.track.Times;

/** What is consumed over a week or a year, again and again. */
public final class Curve {

    private static final int HOUR = 3_600;
    private static final int HOURS_OF_WEEK = 168;
    private static final long MONDAY = 345_600 - 8 * 3_600; // 1970-01-05 in China

    private final int step;
    /** Consumed since the beginning, at the end of each step. */
    private final double[] sums;

    private Curve(int step, double[] consumed) {
        this.step = step;
        this.sums = new double[consumed.length + 1];
        for (var i = 0; i < consumed.length; i++) {
            sums[i + 1] = sums[i] + consumed[i];
        }
    }

    /** What has been consumed at that second of the epoch, since some Monday long ago. */
    double usedAt(long second) {
        return used(second - MONDAY);
    }

    /** What has been consumed so many seconds after a Monday's midnight. */
    double used(long second) {
        var round = (long) step * (sums.length - 1);
        var within = Math.floorMod(second, round);
        var i = (int) (within / step);
        var part = (double) (within % step) / step;
        return Math.floorDiv(second, round) * sums[sums.length - 1] + sums[i] + part * (sums[i + 1] - sums[i]);
    }

    /** What a week's hours say, or an office. */
    static Curve of(Meter meter, long seed) {
        return meter.week().size() == HOURS_OF_WEEK
                ? new Curve(
                        HOUR,
                        meter.week().stream().mapToDouble(Double::doubleValue).toArray())
                : office(seed);
    }

    /** An office of some size: a base at night, a working day with a dip at noon, hardly anything at weekends. */
    static Curve office(long seed) {
        var random = new SplittableRandom(seed);
        var size = 5 * Math.exp(2 * random.nextDouble());
        var consumed = new double[HOURS_OF_WEEK];
        for (var hour = 0; hour < HOURS_OF_WEEK; hour++) {
            var ofDay = hour % 24;
            var workday = hour / 24 < 5;
            var busy = workday && ofDay >= 7 && ofDay < 19 ? ofDay == 12 ? 0.7 : 1 : workday && ofDay < 22 ? 0.35 : 0.2;
            consumed[hour] = size * busy * (0.9 + 0.2 * random.nextDouble());
        }
        return new Curve(HOUR, consumed);
    }

    /** CSV with a head: the first column is the time, every other column of numbers a meter's consumption. */
    static List<Curve> read(Path file) throws IOException {
        var lines = Files.readAllLines(file);
        if (lines.size() < 3) {
            throw new IllegalArgumentException(file + " has fewer than two lines of values");
        }
        var rows = lines.subList(1, lines.size()).stream()
                .map(line -> line.split(",", -1))
                .toList();
        var step = (int) Math.round(Times.second(rows.get(1)[0]) - Times.second(rows.get(0)[0]));
        var curves = new ArrayList<Curve>();
        for (var column = 1; column < rows.get(0).length; column++) {
            var c = column;
            curves.add(new Curve(
                    step, rows.stream().mapToDouble(row -> value(row, c)).toArray()));
        }
        return curves;
    }

    /** What is missing, or less than nothing, is nothing. */
    private static double value(String[] row, int column) {
        var text = column < row.length ? row[column].strip() : "";
        return text.matches("[0-9]+(\\.[0-9]+)?([eE][+-]?[0-9]+)?") ? Double.parseDouble(text) : 0;
    }
}
