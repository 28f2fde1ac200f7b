package org.yiti.demonstration;

import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;

/** What tells the load curve of one office from that of another, whatever their size. Unknown hours are NaN. */
final class Shape {
    static final List<String> NAMES = List.of(
            "weekend to weekday",
            "night to working hours",
            "load factor",
            "autocorrelation at 24 h",
            "autocorrelation at 168 h",
            "coefficient of variation");

    private Shape() {}

    static double[] of(LocalDateTime first, double[] hours) {
        double mean =
                Arrays.stream(hours).filter(h -> !Double.isNaN(h)).average().orElseThrow();
        double variance = Arrays.stream(hours)
                .filter(h -> !Double.isNaN(h))
                .map(h -> (h - mean) * (h - mean))
                .average()
                .orElseThrow();
        double most = Arrays.stream(hours).filter(h -> !Double.isNaN(h)).max().orElseThrow();
        return new double[] {
            mean(first, hours, Shape::weekend) / mean(first, hours, at -> !weekend(at)),
            mean(first, hours, at -> at.getHour() >= 23 || at.getHour() < 6)
                    / mean(first, hours, at -> !weekend(at) && at.getHour() >= 9 && at.getHour() < 17),
            mean / most,
            again(hours, mean, 24) / variance,
            again(hours, mean, 168) / variance,
            Math.sqrt(variance) / mean
        };
    }

    private static boolean weekend(LocalDateTime at) {
        return at.getDayOfWeek() == DayOfWeek.SATURDAY || at.getDayOfWeek() == DayOfWeek.SUNDAY;
    }

    private static double mean(LocalDateTime first, double[] hours, Predicate<LocalDateTime> when) {
        double sum = 0;
        int count = 0;
        for (int h = 0; h < hours.length; h++) {
            if (!Double.isNaN(hours[h]) && when.test(first.plusHours(h))) {
                sum += hours[h];
                count++;
            }
        }
        return sum / count;
    }

    private static double again(double[] hours, double mean, int lag) {
        double sum = 0;
        int count = 0;
        for (int h = lag; h < hours.length; h++) {
            if (!Double.isNaN(hours[h]) && !Double.isNaN(hours[h - lag])) {
                sum += (hours[h] - mean) * (hours[h - lag] - mean);
                count++;
            }
        }
        return sum / count;
    }

    static double quantile(List<double[]> shapes, int index, double share) {
        double[] values = shapes.stream().mapToDouble(s -> s[index]).sorted().toArray();
        double place = share * (values.length - 1);
        int below = (int) place;
        return values[below] + (place - below) * (values[Math.min(below + 1, values.length - 1)] - values[below]);
    }
}
