package org.yiti.demonstration;

import java.util.List;
import java.util.Optional;
import org.yiti.demonstration.Fleet.Trip;
import org.yiti.demonstration.Fleet.Vehicle;

/** Where cars with a terminal come, and where only one of them does, once. */
final class Visits {
    private final TrackPlants tracks;

    Visits(TrackPlants tracks) {
        this.tracks = tracks;
    }

    /** A trip to a place where it comes on no other day, nor any other of its institution that is tracked. */
    Optional<Trip> onlyOnce(Vehicle vehicle) {
        List<Sighting> told = Tracing.of(tracks.city, new Track(vehicle, tracks.from));
        List<Sighting> others = tracks.city.tracks.stream()
                .filter(track -> !track.vehicle.plate().equals(vehicle.plate())
                        && track.vehicle.institutionCode().equals(vehicle.institutionCode()))
                .flatMap(track -> Tracing.of(tracks.city, track).stream())
                .toList();
        return tracks.trips(vehicle)
                .filter(t -> endsApart(vehicle, t)
                        && Tracing.daysNear(told, end(t)) == 1
                        && Tracing.daysNear(others, end(t)) == 0)
                .findFirst();
    }

    /** Where a place is fenced that nobody is to stop at, no other car comes by. */
    boolean isFarFromFences(Vehicle vehicle) {
        List<Positions.Point> fenced = tracks.city
                .fences
                .where(f -> f.institutionCode().equals(vehicle.institutionCode())
                        && !f.kind().equals("YARD"))
                .map(f -> new Positions.Point(f.longitude(), f.latitude()))
                .toList();
        if (fenced.isEmpty()) {
            return true;
        }
        List<Sighting> told = Tracing.of(tracks.city, new Track(vehicle, tracks.from));
        return fenced.stream().allMatch(there -> Tracing.daysNear(told, there) == 0);
    }

    private static Positions.Point end(Trip trip) {
        return new Positions.Point(trip.endLongitude(), trip.endLatitude());
    }

    /** From home, and from wherever else it goes. */
    boolean endsApart(Vehicle vehicle, Trip trip) {
        return tracks.trips(vehicle)
                        .filter(t -> end(t).kilometresTo(end(trip)) < 2)
                        .count()
                == 1;
    }
}
