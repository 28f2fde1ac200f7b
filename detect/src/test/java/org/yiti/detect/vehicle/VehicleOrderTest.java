package org.yiti.detect.vehicle;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.yiti.detect.Detector;
import org.yiti.detect.Zone;
import org.yiti.detect.geo.Circle;

/** Each detector alone and all together: any order, repetition and batches, with whatever faults, and the same bytes. */
class VehicleOrderTest {

    private static final VehicleSettings SETTINGS = VehicleSettings.DEFAULTS.tank(60);

    @Provide
    Arbitrary<Supplier<Detector<Position, ?>>> detectors() {
        return Arbitraries.of(List.of(
                of(new Trips(SETTINGS.trips())),
                of(new DaySums(new Zone(SETTINGS.nights().zone()))),
                of(new FuelLevels(SETTINGS.fuel())),
                of(new Silence(SETTINGS.silence())),
                of(new ClockSkew()),
                of(new Nights(SETTINGS.nights())),
                of(new OdometerBreaks()),
                of(new Unplaced()),
                () -> VehicleDetectors.fences(
                        SETTINGS,
                        new FenceSettings(15, 10_000, 2, Duration.ofMinutes(2)),
                        List.of(new Fence("围栏", new Circle(30.02, 120, 2_000)))),
                PlacesTest::north,
                () -> PlacesTest.limit(80),
                () -> VehicleDetectors.all(
                        SETTINGS,
                        List.of(),
                        List.of(),
                        List.of(PlacesTest.northwards("a"), PlacesTest.northwards("b"))),
                () -> VehicleDetectors.all(SETTINGS)));
    }

    private static Supplier<Detector<Position, ?>> of(Detector<Motion, ?> detector) {
        return () -> VehicleDetectors.clean(SETTINGS, detector);
    }

    @Property(tries = 600)
    void positionsGiveTheSameFactsInAnyOrder(
            @ForAll("detectors") Supplier<Detector<Position, ?>> detector, @ForAll long seed) {
        drive(new Random(seed)).anyOrder(detector.get(), seed);
    }

    private static Drive drive(Random random) {
        var drive = new Drive().every(20 + random.nextInt(60)).fuel(40).withOdometer();
        if (random.nextInt(4) == 0) {
            drive.withoutSpeeds();
        }
        for (var i = 0; i < 14; i++) {
            part(drive, random);
        }
        var positions = drive.positions();
        for (var i = positions.size() / 30; i > 0; i--) {
            var at = random.nextInt(positions.size());
            positions.add(fault(positions.get(at), random));
        }
        return drive;
    }

    private static void part(Drive drive, Random random) {
        switch (random.nextInt(10)) {
            case 0, 1 -> drive.drive(random.nextInt(20), 10 + random.nextInt(120), random.nextInt(360));
            case 2 -> drive.stand(random.nextInt(10));
            case 3 -> drive.silent(random.nextInt(400), random.nextInt(3));
            case 4 ->
                drive.ignition(false)
                        .stand(random.nextInt(20))
                        .silent(random.nextInt(1_000), 0)
                        .ignition(true);
            case 5 -> drive.fuel(10 + random.nextInt(50)).stand(6);
            case 7 -> drive.silent(0, 50).stand(3).silent(0, -50);
            case 8 -> drive.drive(3, 60, 0).drive(3, 60, 180);
            case 6 -> drive.odometer(random.nextInt(100_000)).drive(3, 40, 180);
            default -> drive.raw(p -> p.status(random.nextInt(32)));
        }
    }

    private static Position fault(Position p, Random random) {
        var at = p.at();
        return switch (random.nextInt(7)) {
            case 0 -> new Position(at, p.received() + 1, p.latitude(), p.longitude(), p.gauges(), p.status());
            case 1 -> new Position(at, p.received(), p.latitude() + 300, p.longitude(), p.gauges(), p.status());
            case 2 -> new Position(at + 1_000, p.received(), 0, 0, p.gauges(), p.status());
            case 3 -> new Position(0, p.received(), p.latitude(), p.longitude(), p.gauges(), p.status());
            case 4 -> new Position(at + 7_000_000, p.received(), p.latitude(), p.longitude(), p.gauges(), p.status());
            case 5 -> new Position(at + 1, p.received(), p.latitude() + 900_000, p.longitude(), p.gauges(), p.status());
            default -> p.receivedAt(at + 3_600_000);
        };
    }
}
