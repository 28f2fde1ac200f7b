package org.yiti.telemetry.facts;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A car that is driven about, and the positions its terminal tells every twenty seconds. */
final class Car {

    /** @param speed 0.1 km/h */
    record Told(Instant at, Instant received, int lat, int lon, int status, int speed, int odometer, int fuel) {}

    private static final double METRES_A_DEGREE = 111_195;
    private static final int EVERY = 20;

    private final List<Told> told = new ArrayList<>();
    private final Random random = new Random(3);
    private Instant now;
    private double north = 30.28;
    private double east = 120.15;
    private double kilometres = 10_000;
    private double fuel = 40;

    private Car(Instant from) {
        this.now = from;
    }

    static Car at(String moment) {
        return new Car(Instant.parse(moment));
    }

    Car drive(int minutes, double kmh) {
        return move(minutes, kmh, 3);
    }

    Car back(int minutes, double kmh) {
        return move(minutes, -kmh, 3);
    }

    Car stand(int minutes) {
        return move(minutes, 0, 2);
    }

    Car silent(Duration time) {
        now = now.plus(time);
        return this;
    }

    Car refuel(double litres) {
        fuel += litres;
        return this;
    }

    private Car move(int minutes, double kmh, int status) {
        for (var left = minutes * 60; left > 0; left -= EVERY) {
            now = now.plusSeconds(EVERY);
            north += kmh / 3.6 * EVERY / METRES_A_DEGREE;
            kilometres += Math.abs(kmh) / 3600 * EVERY;
            fuel -= Math.abs(kmh) / 3600 * EVERY * 0.1;
            report(status, kmh);
        }
        return this;
    }

    private void report(int status, double kmh) {
        told.add(new Told(
                now,
                now.plusSeconds(2),
                (int) Math.round((north + trembling()) * 1e6),
                (int) Math.round((east + trembling()) * 1e6),
                status,
                (int) Math.round(Math.abs(kmh) * 10),
                (int) (kilometres * 10),
                (int) (fuel * 10)));
    }

    private double trembling() {
        return 3 * random.nextGaussian() / METRES_A_DEGREE;
    }

    /** Its clock has lost the time. */
    Car lost() {
        now = now.plusSeconds(EVERY);
        told.add(new Told(Instant.parse("2000-01-01T00:00:10Z"), now, 30_280_000, 120_150_000, 2, 0, 100_000, 400));
        return this;
    }

    Instant now() {
        return now;
    }

    List<Told> told() {
        return told;
    }
}
