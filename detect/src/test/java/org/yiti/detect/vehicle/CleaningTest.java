package org.yiti.detect.vehicle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.yiti.detect.Fact;

class CleaningTest {

    private static Position moved(Position p, int latitude, int longitude) {
        return new Position(p.at(), p.received(), latitude, longitude, p.gauges(), p.status());
    }

    private static Position timed(Position p, long at) {
        return new Position(at, p.received(), p.latitude(), p.longitude(), p.gauges(), p.status());
    }

    private static final long YEAR_1980 = 315_964_800_000L;

    /** One of each kind, in the middle of a drive of 40 km. */
    private static Drive faulty() {
        return new Drive()
                .drive(20, 60, 0)
                .raw(p -> p.status(0))
                .raw(p -> p.status(Position.FIXED | Position.ENCRYPTED))
                .raw(p -> moved(p, 0, 0))
                .raw(p -> moved(p, 116_300_000, p.longitude()))
                .raw(p -> moved(p, p.latitude() + 500_000, p.longitude()))
                .raw(p -> timed(p, YEAR_1980))
                .raw(p -> timed(p, p.at() + 86_400_000))
                .drive(20, 60, 0)
                .stand(10);
    }

    @Test
    void whatCannotBeSoIsKeptAndHasItsReason() {
        var judged = Cleaning.judge(CleaningSettings.DEFAULTS, faulty().positions());
        assertThat(judged).hasSize(faulty().positions().size());
        assertThat(judged)
                .extracting(Judged::reason)
                .filteredOn(reason -> reason != null)
                .containsExactly(
                        Reason.NOT_FIXED,
                        Reason.ENCRYPTED,
                        Reason.NO_PLACE,
                        Reason.OUT_OF_RANGE,
                        Reason.JUMP,
                        Reason.CLOCK_BEHIND,
                        Reason.CLOCK_AHEAD);
    }

    @Test
    void whatIsNotUsedDoesNotChangeTheWayAndIsCountedByReason() {
        var day = faulty().facts("vehicle.day", VehicleDetectors.all(VehicleSettings.DEFAULTS));
        assertThat(day).hasSize(1);
        assertThat(day.get(0).number("gps_km")).isCloseTo(40, within(0.5));
        assertThat(day.get(0).number("unused_points")).isEqualTo(7);
        assertThat(day.get(0).number("unused_jump")).isEqualTo(1);
        assertThat(day.get(0).number("unused_clock_ahead")).isEqualTo(1);
    }

    @Test
    void placesThatAgreeOutvoteTheOneBeforeThem() {
        var drive = new Drive().stand(5).silent(0, 300).stand(5);
        var judged = Cleaning.judge(CleaningSettings.DEFAULTS, drive.positions());
        assertThat(judged)
                .extracting(Judged::reason)
                .filteredOn(r -> r == Reason.JUMP)
                .hasSize(2);
        assertThat(judged.get(judged.size() - 1).reason()).isNull();
        assertThat(drive.facts("vehicle.day", VehicleDetectors.all(VehicleSettings.DEFAULTS))
                        .get(0)
                        .number("gps_km"))
                .isCloseTo(0, within(0.2));
    }

    @Test
    void thePlaceThatStaysWhereItWasAtSpeedIsStale() {
        var first = new Drive().drive(1, 60, 0);
        var last = first.positions().get(first.positions().size() - 1);
        first.raw(p ->
                new Position(p.at(), p.received(), last.latitude(), last.longitude(), Gauges.speed(60), p.status()));
        assertThat(Cleaning.judge(CleaningSettings.DEFAULTS, first.positions()))
                .extracting(Judged::reason)
                .last()
                .isEqualTo(Reason.STALE);
    }

    @Test
    void anAntennaThatWasTakenOffIsToldOnce() {
        var drive = new Drive().stand(5);
        for (var i = 0; i < 100; i++) {
            drive.raw(p -> p.status(0));
        }
        var facts = drive.stand(5).facts("vehicle.unplaced", VehicleDetectors.all(VehicleSettings.DEFAULTS));
        assertThat(facts).extracting(Fact::settled).containsExactly(true);
        assertThat(facts.get(0).number("not_fixed")).isEqualTo(100);
    }
}
