package org.yiti.demonstration;

import java.time.LocalDate;

/** Hourly air temperature of a city with hot summers and cold winters: a year's wave, a day's wave and weather that lasts. */
final class Weather {
    private static final LocalDate FIRST = LocalDate.of(2018, 1, 1);
    private static final double PERSISTENCE = 0.76;

    private final double[] anomalies;
    private final double[] swings;
    private final LocalDate last;

    Weather(Chance chance, LocalDate last) {
        this.last = last;
        int days = (int) (last.toEpochDay() - FIRST.toEpochDay()) + 2;
        Chance own = chance.under("weather");
        anomalies = new double[days];
        swings = new double[days];
        double anomaly = 0;
        for (int i = 0; i < days; i++) {
            anomaly = PERSISTENCE * anomaly + 2.1 * own.bell();
            anomalies[i] = anomaly;
            swings[i] = own.real(2.6, 5.4);
        }
    }

    LocalDate last() {
        return last;
    }

    double[] of(LocalDate day) {
        int index = (int) (day.toEpochDay() - FIRST.toEpochDay());
        double mean =
                17.2 + 12.1 * StrictMath.cos(2 * Math.PI * (day.getDayOfYear() - 203) / 365.25) + anomalies[index];
        double[] hours = new double[24];
        for (int h = 0; h < 24; h++) {
            hours[h] = mean + swings[index] * StrictMath.cos(2 * Math.PI * (h - 15) / 24);
        }
        return hours;
    }
}
