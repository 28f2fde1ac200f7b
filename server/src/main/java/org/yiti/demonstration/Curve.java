package org.yiti.demonstration;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.function.Function;

/**
 * Hourly electricity of one building: what always runs, what people switch on, what the weather asks for, and noise.
 * Scaled so that a mean year comes to the kWh per square metre the building was given. docs/demonstration.md has the formulas.
 */
final class Curve {
    static final List<String> ITEMS = List.of("LIGHTING_SOCKETS", "HVAC", "POWER", "SPECIAL");

    /** Degrees beyond which the plant runs flat out. */
    private static final double CAPACITY = 11;

    /** Nights on which nothing is planted keep below what is too much at night: where they would not, less stands by. */
    private static final double MOST_AT_NIGHT = 0.798;

    private static final double CLEAR = 0.77;

    /** Something left running at night, on top of everything else, in watts per square metre. */
    record NightLoad(String building, LocalDate from, LocalDate to, double watts) {
        boolean on(LocalDate day, int hour) {
            return isNight(hour) && !day.isBefore(from) && !day.isAfter(to);
        }
    }

    private final double area;
    private final Schedule schedule;
    private final Weather weather;
    private final Chance chance;
    private final double weekend;
    private final double cooling;
    private final double special;
    private final double loss;
    private final List<NightLoad> nights;
    private double standby;
    private double scale = 1;

    Curve(String building, double area, Schedule schedule, Weather weather, Chance chance, List<NightLoad> nights) {
        this.area = area;
        this.nights = nights.stream()
                .filter(night -> night.building().equals(building))
                .toList();
        this.schedule = schedule;
        this.weather = weather;
        this.chance = chance.under("curve " + building);
        Chance own = this.chance.under("parameters");
        standby = own.real(0.30, 0.40);
        weekend = own.real(0.7, 1.6);
        cooling = own.real(17, 25);
        special = own.real(2.2, 3.4);
        loss = own.real(0.004, 0.014);
        double yearly = own.real(60, 86) * area;
        while (nightToMean() > MOST_AT_NIGHT) {
            standby -= 0.005;
        }
        scale = yearly / meanYear();
    }

    private double meanYear() {
        double sum = 0;
        for (LocalDate day = LocalDate.of(2023, 1, 1); day.getYear() == 2023; day = day.plusDays(1)) {
            for (double[] item : exact(day)) {
                for (double hour : item) {
                    sum += hour;
                }
            }
        }
        return sum * (1 + loss);
    }

    /** What nights are of the mean in the month of the year in which they come nearest to it. */
    private double nightToMean() {
        YearMonth last = YearMonth.from(weather.last());
        double most = 0;
        for (int back = 0; back <= 13; back++) {
            YearMonth month = last.minusMonths(back);
            // noise is only asked for where it matters
            double share = nightToMean(month, this::exact);
            most = Math.max(most, share > CLEAR ? nightToMean(month, day -> noisy(day, 1)) : share);
        }
        return most;
    }

    private double nightToMean(YearMonth month, Function<LocalDate, double[][]> drawn) {
        double night = 0;
        double mean = 0;
        for (int d = 1; d <= month.lengthOfMonth() && !month.atDay(d).isAfter(weather.last()); d++) {
            for (double[] item : drawn.apply(month.atDay(d))) {
                for (int h = 0; h < 24; h++) {
                    mean += item[h] / 24;
                    night += isNight(h) ? item[h] / 7 : 0;
                }
            }
        }
        return night / mean;
    }

    static boolean isNight(int hour) {
        return hour >= 23 || hour < 6;
    }

    /** kWh by item and hour. */
    double[][] items(LocalDate day) {
        double[][] items = noisy(day, scale);
        for (double[] item : items) {
            for (int h = 0; h < 24; h++) {
                item[h] = Rows.rounded(item[h], 2);
            }
        }
        for (NightLoad night : nights) {
            for (int h = 0; h < 24; h++) {
                items[3][h] += night.on(day, h) ? Rows.rounded(night.watts() * area / 1000, 2) : 0;
            }
        }
        return items;
    }

    private double[][] noisy(LocalDate day, double scale) {
        double[][] items = exact(day);
        Chance own = chance.under("noise", day.toEpochDay());
        for (double[] item : items) {
            double mood = 1 + 0.045 * own.bell();
            for (int h = 0; h < 24; h++) {
                item[h] = item[h] * scale * mood * (1 + 0.05 * own.bell());
            }
        }
        return items;
    }

    /** kWh at the main meter: all items and what the wires take. */
    double[] main(LocalDate day) {
        double[] main = new double[24];
        for (double[] item : items(day)) {
            for (int h = 0; h < 24; h++) {
                main[h] += item[h];
            }
        }
        for (int h = 0; h < 24; h++) {
            main[h] = Rows.rounded(main[h] * (1 + loss), 2);
        }
        return main;
    }

    /** Watts per square metre before scaling. */
    private double[][] exact(LocalDate day) {
        boolean working = schedule.working(day);
        double[] presence = schedule.presence(day);
        double[] on = schedule.named("cooling");
        double[] temperature = weather.of(day);
        double[][] items = new double[4][24];
        for (int h = 0; h < 24; h++) {
            double people = presence[h] * (working ? 1 : weekend);
            double warm =
                    Math.min(CAPACITY, Math.max(0, temperature[h] - 23.5) + 0.85 * Math.max(0, 12.5 - temperature[h]));
            double running = working ? on[h] : 0.05 + 0.9 * people;
            items[0][h] = 10 * (standby + (1 - standby) * people);
            items[1][h] = cooling * warm / 10 * running + 0.35;
            items[2][h] = 2.2 * (0.32 + 0.68 * people);
            items[3][h] = special * (0.82 + 0.18 * people);
        }
        return items;
    }
}
