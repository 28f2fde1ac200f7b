package org.yiti.detect.meter;

import java.util.List;
import java.util.Optional;
import org.yiti.detect.meter.Calendar.Work;

/** Which days should be alike, and how far one is from the others. */
final class Likeness {

    /** @param score distance from the usual day, hour by hour, in parts of the level of all days */
    record Odd(double score, double usualTotal, int others, String work) {}

    private static final int FEWEST = 3;

    /** How many times as far from the usual day as the others are. */
    private static final double TIMES = 3;

    /** Less than this part of the level nobody would see in the curve. */
    private static final double SHARE = 0.15;

    private final Calendar calendar;

    Likeness(Calendar calendar) {
        this.calendar = calendar;
    }

    Optional<Odd> odd(Day day, List<Day> around) {
        var others = around.stream().filter(other -> alike(day, other)).toList();
        if (others.size() < FEWEST) {
            return Optional.empty();
        }
        var usual = usual(others);
        var distances = new double[others.size()];
        for (var i = 0; i < distances.length; i++) {
            distances[i] = distance(others.get(i).hours(), usual);
        }
        var level = 0.0;
        for (var other : around) {
            level += Math.abs(other.total());
        }
        level /= 24 * around.size();
        var distance = distance(day.hours(), usual);
        if (distance < SHARE * level || distance < TIMES * Medians.median(distances, distances.length) || level == 0) {
            return Optional.empty();
        }
        var usualTotal = 0.0;
        for (var hour : usual) {
            usualTotal += Double.isNaN(hour) ? 0 : hour;
        }
        var work = calendar.of(day.number()).name().toLowerCase(java.util.Locale.ROOT);
        return Optional.of(new Odd(distance / level, usualTotal, others.size(), work));
    }

    /**
     * The same day of the week; but a day that is worked, or off, against its day of the week is like any other that is,
     * and unlike the others of its day of the week.
     */
    private boolean alike(Day day, Day other) {
        var work = calendar.of(day.number());
        if (work != calendar.of(other.number())) {
            return false;
        }
        return exceptional(day, work)
                || !exceptional(other, work) && Math.floorMod(day.number() - other.number(), 7L) == 0;
    }

    private static boolean exceptional(Day day, Work work) {
        // 1970-01-01 was a Thursday.
        var weekend = Math.floorMod(day.number() + 3, 7L) >= 5;
        return work == (weekend ? Work.WORKDAY : Work.DAY_OFF);
    }

    private static double[] usual(List<Day> days) {
        var usual = new double[24];
        var values = new double[days.size()];
        for (var hour = 0; hour < 24; hour++) {
            var count = 0;
            for (var day : days) {
                if (!Float.isNaN(day.hours()[hour])) {
                    values[count++] = day.hours()[hour];
                }
            }
            usual[hour] = count == 0 ? Double.NaN : Medians.median(values, count);
        }
        return usual;
    }

    private static double distance(float[] hours, double[] usual) {
        var sum = 0.0;
        var count = 0;
        for (var hour = 0; hour < 24; hour++) {
            var difference = hours[hour] - usual[hour];
            if (!Double.isNaN(difference)) {
                sum += difference * difference;
                count++;
            }
        }
        return count == 0 ? 0 : Math.sqrt(sum / count);
    }
}
