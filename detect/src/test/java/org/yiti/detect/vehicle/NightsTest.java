package org.yiti.detect.vehicle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.yiti.detect.Fact;

class NightsTest {

    private static final Cleaning<Object[]> ALL = VehicleDetectors.all(VehicleSettings.DEFAULTS);
    private static final long DAY = 86_400_000L;

    private static Drive days(int nights) {
        var drive = new Drive().stand(1);
        for (var night = 0; night < nights; night++) {
            drive.drive(20, 40, 0)
                    .drive(20, 40, 180)
                    .ignition(false)
                    .stand(5)
                    .silent(24 * 60 - 46, 0)
                    .ignition(true)
                    .stand(1);
        }
        return drive;
    }

    @Test
    void aTerminalThatSleepsStoodWhereItWasFoundAgain() {
        var nights = days(1).facts("vehicle.night", ALL);
        assertThat(nights).hasSize(1);
        assertThat(nights.get(0).start()).isEqualTo(Drive.BEGIN + 14 * 3_600_000L);
        assertThat(nights.get(0).end()).isEqualTo(Drive.BEGIN + 22 * 3_600_000L);
        assertThat(nights.get(0).number("minutes_there")).isEqualTo(480);
        assertThat(nights.get(0).number("latitude")).isCloseTo(30, within(0.001));
    }

    @Test
    void aNightElsewhereIsSoFarFromWhereItUsuallyStands() {
        var drive = days(6).drive(20, 60, 90)
                .ignition(false)
                .stand(5)
                .silent(24 * 60 - 46, 0)
                .stand(1);
        var nights = drive.facts("vehicle.night", ALL);
        assertThat(nights).hasSize(7);
        assertThat(nights.get(4).number("km_from_usual")).isNaN();
        assertThat(nights.get(5).number("km_from_usual")).isCloseTo(0, within(0.05));
        assertThat(nights.get(6).number("km_from_usual")).isCloseTo(20, within(0.3));
    }

    @Test
    void whereItWasInANightItMovedUnseenIsNotKnown() {
        var drive = new Drive().stand(1).silent(24 * 60, 30).stand(1);
        assertThat(drive.facts("vehicle.night", ALL)).isEmpty();
    }

    @Test
    void aNightThatIsDrivenThroughHasNoPlaceToStandLong() {
        var drive =
                new Drive().stand(1).silent(13 * 60, 0).drive(10 * 60, 60, 0).stand(1);
        var night = drive.facts("vehicle.night", ALL).get(0);
        assertThat(night.number("minutes_there")).isLessThan(60);
        assertThat(night.number("km_driven")).isCloseTo(480, within(25.0));
        assertThat(night.end() - night.start()).isEqualTo(DAY / 3);
    }

    @Test
    void theDaysHaveTheirKilometres() {
        var days = days(3).facts("vehicle.day", ALL);
        assertThat(days).hasSize(4);
        assertThat(days)
                .filteredOn(Fact::settled)
                .allSatisfy(day -> assertThat(day.number("km")).isCloseTo(26.67, within(0.5)));
        var odometer = new Drive()
                .withOdometer()
                .drive(60, 60, 0)
                .silent(24 * 60, 0)
                .stand(1)
                .facts("vehicle.day", ALL)
                .get(0);
        assertThat(odometer.number("discrepancy")).isLessThan(0.02);
    }
}
