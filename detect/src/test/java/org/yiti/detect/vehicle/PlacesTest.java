package org.yiti.detect.vehicle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.yiti.detect.Fact;
import org.yiti.detect.geo.Area;
import org.yiti.detect.geo.Circle;
import org.yiti.detect.geo.Line;

/** What depends on what somebody drew: fences, ways, limits. */
class PlacesTest {

    static Cleaning<Object[]> fence(Area area) {
        return VehicleDetectors.fences(
                VehicleSettings.DEFAULTS, FenceSettings.DEFAULTS, List.of(new Fence("景区 7", area)));
    }

    /** Ten kilometres to the north. */
    static Cleaning<Object[]> north() {
        return VehicleDetectors.offRoute(VehicleSettings.DEFAULTS, RouteSettings.DEFAULTS, northwards("派车单 8"));
    }

    static Route northwards(String id) {
        var line = new Line(new double[] {30, 30.09}, new double[] {120, 120});
        return new Route(id, line, 300, Drive.BEGIN, Drive.BEGIN + 86_400_000L);
    }

    static Cleaning<Object[]> limit(double kmh) {
        var ring = SpeedLimit.everywhere("公路", kmh);
        var area = new SpeedLimit("院内", 30, Duration.ofSeconds(20), new Circle(30, 120, 2_000));
        return VehicleDetectors.overSpeed(VehicleSettings.DEFAULTS, List.of(ring, area));
    }

    @Test
    void aStayInAFenceIsToldOnceHoweverItTremblesAtTheEdge() {
        var area = fence(new Circle(30 + 5_000 / 111_195.0, 120, 500));
        var drive = new Drive().drive(10, 30, 0).stand(15).drive(10, 30, 0);
        var facts = drive.facts("vehicle.fence", area);
        assertThat(facts).hasSize(1);
        assertThat(facts.get(0).about()).isEqualTo("景区 7");
        assertThat(facts.get(0).number("minutes")).isCloseTo(17, within(0.5));
        assertThat(facts.get(0).number("standing_minutes")).isCloseTo(15, within(0.5));
        var edge = new Drive().drive(9, 30, 0).stand(60).drive(10, 30, 0);
        assertThat(edge.facts("vehicle.fence", area)).hasSize(1);
    }

    @Test
    void aFastCarThatJumpsAThinFenceHasCrossedIt() {
        var area = fence(new Circle(30 + 5_000 / 111_195.0, 120, 20));
        assertThat(new Drive().every(30).drive(10, 100, 0).facts("vehicle.fence-crossed", area))
                .hasSize(1);
        assertThat(new Drive().every(30).drive(10, 100, 90).facts(area)).isEmpty();
    }

    @Test
    void aDetourIsFoundAndAPetrolStationIsNot() {
        var detour = new Drive()
                .drive(5, 60, 0)
                .drive(2, 60, 90)
                .drive(1, 60, 0)
                .drive(2, 60, 270)
                .drive(4, 60, 0);
        var facts = detour.facts("vehicle.off-route", north());
        assertThat(facts).hasSize(1);
        assertThat(facts.get(0).number("farthest_metres")).isCloseTo(2_000, within(50.0));
        assertThat(facts.get(0).number("km")).isCloseTo(4.4, within(0.4));
        var station = new Drive()
                .drive(5, 60, 0)
                .drive(0.5, 60, 90)
                .drive(0.5, 60, 270)
                .drive(4, 60, 0);
        assertThat(station.facts(north())).isEmpty();
    }

    @Test
    void drivingAlongTheEdgeOfTheWayIsOneDetour() {
        var edge = new Drive().trembles(0.1).drive(0.31, 60, 90);
        for (var i = 0; i < 6; i++) {
            edge.drive(1, 30, 3).drive(1, 30, 357);
        }
        assertThat(edge.facts("vehicle.off-route", north())).hasSizeLessThanOrEqualTo(1);
        var wide = new Drive().trembles(15).drive(0.3, 60, 90).drive(12, 30, 0);
        assertThat(wide.facts("vehicle.off-route", north())).hasSize(1);
    }

    @Test
    void whoStaysAwayIsOffTheWayUntilTheOrderEnds() {
        var drive = new Drive().drive(5, 60, 90).stand(60).silent(25 * 60, 0).stand(1);
        assertThat(drive.facts("vehicle.off-route", north()))
                .extracting(Fact::settled)
                .containsExactly(true);
    }

    @Test
    void speedIsToldWhenItLastsAndNotForOneReport() {
        var drive = new Drive()
                .drive(5, 100, 0)
                .drive(2, 130, 0)
                .drive(5, 100, 0)
                .drive(0.1, 130, 0)
                .drive(5, 100, 0);
        var facts = drive.facts("vehicle.over-speed", limit(120));
        assertThat(facts).extracting(Fact::about).containsExactly("院内", "公路");
        assertThat(facts.get(1).number("max_kmh")).isEqualTo(130);
        assertThat(facts.get(1).number("seconds")).isCloseTo(110, within(11.0));
    }
}
