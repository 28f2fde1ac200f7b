package org.yiti.detect.vehicle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.yiti.detect.Timeline;

class VehicleReadmeTest {

    @Test
    void whatTheReadmeShowsRuns() {
        var at = Drive.BEGIN;
        var vehicle = VehicleDetectors.all(VehicleSettings.DEFAULTS.tank(60));
        var positions = new Positions(CleaningSettings.DEFAULTS);
        var car = Timeline.start(positions, vehicle, VehicleDetectors.WINDOW, "vehicle 12");
        var told = car.add(
                List.of(Position.of(at, 30.2874, 120.1535, Gauges.speed(42)).ignition(true)));
        assertThat(told.asserted()).extracting(fact -> fact.kind()).contains("vehicle.day");
    }
}
