package org.yiti.detect.vehicle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.yiti.detect.Detector;
import org.yiti.detect.Fact;

class TripsTest {

    private static final Detector<Position, ?> ALL = VehicleDetectors.all(VehicleSettings.DEFAULTS);

    private static Drive commute() {
        return new Drive()
                .stand(10)
                .drive(10, 40, 0)
                .stand(2)
                .drive(5, 30, 90)
                .stand(1)
                .drive(5, 60, 0)
                .stand(20);
    }

    private static List<Fact> trips(Drive drive) {
        return drive.facts("vehicle.trip", ALL);
    }

    private static void isTheCommute(Drive drive) {
        var trips = trips(drive);
        assertThat(trips).hasSize(1);
        var trip = trips.get(0);
        assertThat((trip.start() - Drive.BEGIN) / 60_000.0).isCloseTo(10, within(0.5));
        assertThat((trip.end() - Drive.BEGIN) / 60_000.0).isCloseTo(33, within(0.5));
        assertThat(trip.number("km")).isCloseTo(14.17, within(0.28));
    }

    @Test
    void redLightsDoNotSplitATripAndItEndsWhenItArrived() {
        isTheCommute(commute());
        var trip = trips(commute()).get(0);
        assertThat(trip.number("max_kmh")).isEqualTo(60);
        assertThat(trip.number("mean_kmh")).isCloseTo(37, within(1.5));
        assertThat(trip.number("idle_minutes")).isCloseTo(3, within(0.4));
        assertThat(trip.number("end_latitude")).isCloseTo(30.105, within(0.001));
        assertThat(trip.figures()).containsEntry("km_by", "gps").containsEntry("ended_by", "stop");
        var stops = commute().facts("vehicle.stop", ALL);
        assertThat(stops).extracting(Fact::settled).containsExactly(true, false);
        assertThat(stops.get(0).end()).isEqualTo(trip.start());
        assertThat(stops.get(1).start()).isEqualTo(trip.end());
        assertThat(stops.get(1).number("idle_minutes")).isCloseTo(20, within(0.4));
    }

    @Test
    void itIsTheSameWithoutIgnitionOrSpeedsOrWithMoreTrembling() {
        isTheCommute(new Drive()
                .withoutIgnition()
                .stand(10)
                .drive(10, 40, 0)
                .stand(2)
                .drive(5, 30, 90)
                .stand(1)
                .drive(5, 60, 0)
                .stand(20));
        isTheCommute(new Drive()
                .withoutSpeeds()
                .withoutIgnition()
                .trembles(5)
                .stand(10)
                .drive(10, 40, 0)
                .stand(2)
                .drive(5, 30, 90)
                .stand(1)
                .drive(5, 60, 0)
                .stand(20));
        isTheCommute(new Drive()
                .every(30)
                .stand(10)
                .drive(10, 40, 0)
                .stand(2)
                .drive(5, 30, 90)
                .stand(1)
                .drive(5, 60, 0)
                .stand(20));
    }

    @Test
    void theIgnitionEndsATripSoonerButNotWhereItIsNotWired() {
        var delivery = new Drive()
                .stand(5)
                .drive(10, 40, 0)
                .ignition(false)
                .stand(2)
                .ignition(true)
                .drive(10, 40, 0)
                .stand(5);
        assertThat(trips(delivery)).hasSize(2);
        var unwired = new Drive()
                .ignition(false)
                .stand(5)
                .drive(10, 40, 0)
                .stand(2)
                .drive(10, 40, 0)
                .stand(5);
        assertThat(trips(unwired)).hasSize(1);
        assertThat(trips(unwired).get(0).figures()).containsEntry("ignition", "not believed");
    }

    @Test
    void movingTheCarInTheYardIsNoTripAndNeitherIsTrembling() {
        var yard = new Drive()
                .stand(10)
                .drive(0.5, 15, 0)
                .stand(10)
                .drive(0.5, 15, 180)
                .stand(10);
        assertThat(trips(yard)).isEmpty();
        assertThat(trips(new Drive().withoutSpeeds().trembles(12).stand(600))).isEmpty();
        assertThat(yard.facts("vehicle.stop", ALL)).hasSize(1);
    }

    @Test
    void whileItDrivesTheTripIsOpenAndKeepsItsIdentity() {
        var drive = new Drive().stand(10).drive(10, 40, 0);
        var open = trips(drive).get(0);
        assertThat(open.settled()).isFalse();
        assertThat(trips(drive.stand(10)).get(0).id()).isEqualTo(open.id());
    }

    @Test
    void aTunnelIsToldAsAGapAndAnHourWithoutPlacesEndsTheTrip() {
        var tunnel = trips(new Drive()
                .stand(5)
                .drive(10, 60, 0)
                .silent(10, 10)
                .drive(10, 60, 0)
                .stand(10));
        assertThat(tunnel).hasSize(1);
        assertThat(tunnel.get(0).number("gap_km")).isCloseTo(10.17, within(0.1));
        assertThat(tunnel.get(0).number("gaps")).isEqualTo(1);
        assertThat(tunnel.get(0).number("km")).isCloseTo(30, within(0.4));
        assertThat(tunnel.get(0).figures()).containsEntry("km_by", "gps and gaps straight");
        var night = trips(new Drive()
                .stand(5)
                .drive(10, 60, 0)
                .silent(90, 40)
                .drive(10, 60, 0)
                .stand(10));
        assertThat(night).hasSize(2);
        assertThat(night.get(0).figures()).containsEntry("ended_by", "gap");
    }

    @Test
    void aCarThatIsSilentWhileParkedStoodThere() {
        var drive = new Drive()
                .drive(10, 40, 0)
                .silent(600, 0)
                .stand(1)
                .drive(10, 40, 0)
                .stand(10);
        var stops = drive.facts("vehicle.stop", ALL);
        assertThat((stops.get(0).end() - stops.get(0).start()) / 60_000.0).isCloseTo(601, within(1.0));
        assertThat(trips(drive)).hasSize(2);
    }

    @Test
    void theOdometerIsUsedWhereItGoesWithThePlacesAndNotWhereItIsStuckOrBegunAnew() {
        var good = trips(new Drive().withOdometer().stand(5).drive(20, 60, 0).stand(10))
                .get(0);
        assertThat(good.figures()).containsEntry("km_by", "odometer");
        assertThat(good.number("km")).isCloseTo(20, within(0.2));
        var reset = trips(new Drive()
                        .withOdometer()
                        .stand(5)
                        .drive(10, 60, 0)
                        .odometer(5)
                        .drive(10, 60, 0)
                        .stand(10))
                .get(0);
        assertThat(reset.figures()).containsEntry("km_by", "gps").containsEntry("odometer_breaks", 1L);
        assertThat(reset.number("km")).isCloseTo(20, within(0.2));
        var stuck = new Drive()
                .withOdometer()
                .stand(5)
                .drive(20, 60, 0)
                .stand(10)
                .change(p -> new Position(
                        p.at(),
                        p.received(),
                        p.latitude(),
                        p.longitude(),
                        p.gauges().withOdometer(7),
                        p.status()));
        assertThat(trips(stuck).get(0).figures()).containsEntry("km_by", "gps");
        var rolled = new Drive()
                .withOdometer()
                .odometer(99_990)
                .stand(5)
                .drive(20, 60, 0)
                .stand(10)
                .change(p -> new Position(
                        p.at(),
                        p.received(),
                        p.latitude(),
                        p.longitude(),
                        new Gauges(p.gauges().speed(), p.gauges().odometer() % 1_000_000, -1),
                        p.status()));
        assertThat(trips(rolled).get(0).number("odometer_km")).isCloseTo(20, within(0.2));
        assertThat(rolled.facts("vehicle.odometer", ALL))
                .extracting(Fact::about)
                .containsExactly("rolled-over");
    }
}
