package org.yiti.demonstration;

import org.yiti.demonstration.Fleet.Vehicle;

/** A stop at a place that no order names. */
final class StopPlants {
    private final Plants plants;
    private final TrackPlants tracks;

    StopPlants(Plants plants) {
        this.plants = plants;
        this.tracks = new TrackPlants(plants);
    }

    void sow() {
        plants.attempt(() -> hotel("VD-05"));
    }

    private void hotel(String name) {
        Track track = tracks.track(
                name,
                v -> tracks.trips(v).anyMatch(t -> tracks.visits.endsApart(v, t)),
                v -> tracks.visits.onlyOnce(v).isPresent());
        Vehicle vehicle = track.vehicle;
        var trip = tracks.visits.onlyOnce(vehicle).orElseThrow();
        plants.city.fences.add(new Terminals.Fence(
                vehicle.institutionCode(),
                "示范大酒店",
                "HOTEL",
                false,
                trip.endLongitude(),
                trip.endLatitude(),
                TrackPlants.RADIUS,
                null));
        plants.breach("VD-05", vehicle.plate(), trip.endedAt().toLocalDate().toString(), "在酒店停留，派车单没有写明");
    }
}
