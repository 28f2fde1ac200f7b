package org.yiti.detect.vehicle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.yiti.detect.Detector;

class FuelLevelsTest {

    private static final Detector<Position, ?> TANK_60 = VehicleDetectors.all(VehicleSettings.DEFAULTS.tank(60));

    @Test
    void aRefuellingIsToldWithItsAmountAndNothingElseIs() {
        var drive = new Drive()
                .fuel(30)
                .stand(5)
                .drive(60, 60, 0)
                .stand(2)
                .ignition(false)
                .fuel(55)
                .stand(5)
                .ignition(true)
                .drive(60, 60, 180)
                .stand(5);
        var facts = drive.facts("vehicle.refuelled", TANK_60);
        assertThat(facts).hasSize(1);
        var fact = facts.get(0);
        assertThat(fact.number("litres")).isCloseTo(31, within(Math.max(1.0, fact.number("error"))));
        assertThat(fact.number("error")).isBetween(0.1, 4.0);
        assertThat(fact.figures()).containsEntry("while", "standing");
        assertThat(drive.facts("vehicle.fuel-drop", TANK_60)).isEmpty();
    }

    @Test
    void aTankFilledWhileTheTerminalWasOffIsToldToo() {
        var drive = new Drive().fuel(20).drive(30, 40, 0).silent(20, 0).fuel(50).stand(5);
        assertThat(drive.facts("vehicle.refuelled", TANK_60)).hasSize(1);
    }

    @Test
    void fuelThatGoesWhileItStandsIsADropAndFuelThatIsBurntIsNot() {
        var stolen = new Drive()
                .fuel(50)
                .drive(30, 40, 0)
                .ignition(false)
                .stand(20)
                .fuel(35)
                .stand(20);
        var facts = stolen.facts("vehicle.fuel-drop", TANK_60);
        assertThat(facts).hasSize(1);
        assertThat(facts.get(0).number("litres")).isCloseTo(13, within(1.5));
        assertThat(facts.get(0).figures()).containsEntry("while", "standing");
        var burnt =
                new Drive().fuel(50).drive(60, 60, 0).silent(60, 90).fuel(35).drive(30, 60, 0);
        assertThat(burnt.facts("vehicle.fuel-drop", TANK_60)).isEmpty();
    }

    @Test
    void aWaveInTheTankAndASensorWithoutCurrentAreNoFacts() {
        var drive = new Drive().fuel(40).drive(20, 60, 0);
        for (var i = 0; i < 3; i++) {
            drive.fuel(47)
                    .drive(0.4, 40, 90)
                    .fuel(33)
                    .drive(0.4, 40, 90)
                    .fuel(40)
                    .drive(10, 50, 0);
        }
        drive.fuel(0).stand(20).fuel(37).stand(20);
        assertThat(drive.facts("vehicle.refuelled", TANK_60)).isEmpty();
        assertThat(drive.facts("vehicle.fuel-drop", TANK_60)).isEmpty();
    }

    @Test
    void percentBecomeLitresWhereTheTankIsKnown() {
        var drive = new Drive()
                .fuel(30)
                .stand(5)
                .fuel(80)
                .stand(5)
                .change(p -> p.status(p.status() | Position.FUEL_IN_PERCENT));
        assertThat(drive.facts("vehicle.refuelled", TANK_60).get(0).number("litres"))
                .isCloseTo(30, within(1.0));
        assertThat(drive.facts("vehicle.refuelled", VehicleDetectors.all(VehicleSettings.DEFAULTS))
                        .get(0)
                        .number("percent"))
                .isCloseTo(50, within(1.0));
    }
}
