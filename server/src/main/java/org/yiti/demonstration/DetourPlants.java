package org.yiti.demonstration;

import java.time.Duration;
import org.yiti.demonstration.Fleet.Trip;
import org.yiti.demonstration.Fleet.Vehicle;
import org.yiti.demonstration.Positions.Point;

/** Trips that lead past where they go, a long way and a little. */
final class DetourPlants {

    private static final double KILOMETRES_OF_A_DEGREE = 111.2;
    private static final double LONG = 0.072;
    private static final double SHORT = 0.027;
    /** Streets are at most so much longer than the straight line. */
    private static final double STREETS = 1.42;

    private final TrackPlants tracks;

    DetourPlants(TrackPlants tracks) {
        this.tracks = tracks;
    }

    void sow() {
        tracks.plants.attempt(() -> past("VD-04", LONG, true));
        tracks.plants.attempt(() -> past("VD-04 a little", SHORT, false));
    }

    private void past(String name, double degrees, boolean found) {
        Track track = tracks.track(name, v -> tracks.trips(v).anyMatch(t -> mayLeadPast(v, t)));
        Vehicle vehicle = track.vehicle;
        Trip trip = tracks.trips(vehicle)
                .filter(t -> mayLeadPast(vehicle, t))
                .findFirst()
                .orElseThrow();
        track.detour = new Track.Detour(trip.startedAt(), degrees);
        if (found) {
            tracks.plants.breach(
                    "VD-04", vehicle.plate(), trip.startedAt().toLocalDate().toString(), "开过目的地八公里再折回");
        } else {
            tracks.plants.nearMiss("VD-04", vehicle.plate(), "开过目的地三公里再折回");
        }
    }

    /** The first of its day, from home to somewhere not near, with time enough for the way round. */
    private boolean mayLeadPast(Vehicle vehicle, Trip trip) {
        var first = tracks.trips(vehicle)
                .filter(t -> t.startedAt().toLocalDate().equals(trip.startedAt().toLocalDate()))
                .noneMatch(t -> t.startedAt().isBefore(trip.startedAt()));
        var home = new Point(vehicle.parkingLongitude(), vehicle.parkingLatitude());
        var straight = home.kilometresTo(new Point(trip.endLongitude(), trip.endLatitude()));
        var hours = Duration.between(trip.startedAt(), trip.endedAt()).toSeconds() / 3600.0;
        var driven = straight * STREETS + 2 * LONG * KILOMETRES_OF_A_DEGREE;
        return first
                && straight > 6
                && straight < 12
                && driven / hours < 85
                && trip.endedAt().toLocalDate().isBefore(tracks.city.asOf);
    }
}
