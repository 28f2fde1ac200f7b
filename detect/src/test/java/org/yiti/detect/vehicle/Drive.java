package org.yiti.detect.vehicle;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.yiti.detect.AnyOrder;
import org.yiti.detect.Detector;
import org.yiti.detect.Fact;
import org.yiti.detect.Timeline;
import org.yiti.detect.Window;

/** A car that is driven about, and what its terminal reports: every ten seconds, with a receiver that trembles. */
final class Drive {

    /** 08:00 in China on a Monday. */
    static final long BEGIN = 1_767_571_200_000L;

    static final double LATITUDE = 30;
    static final double LONGITUDE = 120;

    private static final double METRES_A_DEGREE = 111_195;

    private final Random random = new Random(1);
    private final List<Position> positions = new ArrayList<>();
    private long time = BEGIN;
    private double north;
    private double east;
    private double odometer = 10_000;
    private int every = 10;
    private double trembles = 3;
    private boolean speeds = true;
    private boolean odometers;
    private int ignition = Position.IGNITION_KNOWN | Position.IGNITION_ON;
    private double fuel = Double.NaN;

    Drive every(int seconds) {
        every = seconds;
        return this;
    }

    Drive trembles(double metres) {
        trembles = metres;
        return this;
    }

    Drive withoutSpeeds() {
        speeds = false;
        return this;
    }

    Drive withOdometer() {
        odometers = true;
        return this;
    }

    Drive odometer(double kilometres) {
        odometer = kilometres;
        return this;
    }

    Drive withoutIgnition() {
        ignition = 0;
        return this;
    }

    Drive ignition(boolean on) {
        ignition = Position.IGNITION_KNOWN | (on ? Position.IGNITION_ON : 0);
        return this;
    }

    Drive fuel(double litres) {
        fuel = litres;
        return this;
    }

    /** Degrees are those of a compass. */
    Drive drive(double minutes, double kmh, double degrees) {
        for (var left = minutes * 60; left > 0; left -= every) {
            var metres = kmh / 3.6 * every;
            time += every * 1000L;
            north += metres * Math.cos(Math.toRadians(degrees));
            east += metres * Math.sin(Math.toRadians(degrees));
            odometer += metres / 1000;
            fuel -= metres / 1000 * 0.1;
            report(kmh);
        }
        return this;
    }

    Drive stand(double minutes) {
        for (var left = minutes * 60; left > 0; left -= every) {
            time += every * 1000L;
            report(0);
        }
        return this;
    }

    /** Silent for so long, and then there. */
    Drive silent(double minutes, double kilometresNorth) {
        time += (long) (minutes * 60_000);
        north += kilometresNorth * 1000;
        odometer += kilometresNorth;
        return this;
    }

    Drive raw(java.util.function.UnaryOperator<Position> change) {
        time += every * 1000L;
        report(0);
        positions.add(change.apply(positions.remove(positions.size() - 1)));
        return this;
    }

    /** Of those that were reported so far. */
    Drive change(java.util.function.UnaryOperator<Position> change) {
        positions.replaceAll(change);
        return this;
    }

    private void report(double kmh) {
        var latitude = LATITUDE + (north + trembles * random.nextGaussian()) / METRES_A_DEGREE;
        var longitude = LONGITUDE
                + (east + trembles * random.nextGaussian()) / METRES_A_DEGREE / Math.cos(Math.toRadians(LATITUDE));
        var gauges = speeds ? Gauges.speed(kmh) : Gauges.NONE;
        gauges = odometers ? gauges.withOdometer(odometer) : gauges;
        gauges = Double.isNaN(fuel) ? gauges : gauges.withFuel(fuel + slosh(kmh));
        var position = Position.of(time, latitude, longitude, gauges);
        positions.add(position.receivedAt(time + 2_000).status(Position.FIXED | ignition));
    }

    private double slosh(double kmh) {
        return random.nextGaussian() * (kmh > 0 ? 0.8 : 0.1);
    }

    long now() {
        return time;
    }

    List<Position> positions() {
        return positions;
    }

    List<Fact> facts(String kind, Detector<Position, ?> detector) {
        return facts(detector).stream().filter(fact -> fact.kind().equals(kind)).toList();
    }

    List<Fact> facts(Detector<Position, ?> detector) {
        return factsOf(detector);
    }

    private <S> List<Fact> factsOf(Detector<Position, S> detector) {
        var facts = new TreeMap<Fact.Id, Fact>();
        detector.facts("car", new Positions(CleaningSettings.DEFAULTS), positions, fact -> facts.put(fact.id(), fact));
        return List.copyOf(facts.values());
    }

    static List<Fact> facts(List<Position> positions, Detector<Position, ?> detector, String kind) {
        var drive = new Drive();
        drive.positions.addAll(positions);
        return drive.facts(kind, detector);
    }

    <S> List<Fact> openAt(Detector<Position, S> detector, long asOf) {
        var timeline = Timeline.start(new Positions(CleaningSettings.DEFAULTS), detector, Window.days(400, 7), "car");
        timeline.add(positions);
        return timeline.openAt(asOf);
    }

    <S> void anyOrder(Detector<Position, S> detector, long seed) {
        AnyOrder.changesNothing(
                new Positions(CleaningSettings.DEFAULTS),
                detector,
                new Window(Duration.ofDays(60), Duration.ofMinutes(20)),
                positions,
                seed);
    }
}
