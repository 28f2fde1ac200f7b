package org.yiti.demonstration;

import java.time.LocalDate;
import java.util.Objects;
import java.util.function.Predicate;
import org.yiti.demonstration.Fleet.Vehicle;

/**
 * Nights of vehicles of which nobody entered where they are parked: away from where they usually stand, and from the yards
 * their institutions have drawn.
 */
final class YardPlants {

    private static final int RADIUS = 150;
    private static final double FAR = 0.021;

    private final TrackPlants tracks;
    private final Plants plants;

    YardPlants(TrackPlants tracks) {
        this.tracks = tracks;
        this.plants = tracks.plants;
    }

    void sow() {
        plants.attempt(this::elsewhere);
        plants.attempt(this::nextDoor);
        plants.attempt(this::outside);
        plants.attempt(this::inAnother);
    }

    private void elsewhere() {
        found(away("VD-07", FAR, v -> true), "夜里停在惯常停放地点两公里之外");
    }

    private void nextDoor() {
        Track track = away("VD-07 next door", 0.0012, v -> true);
        plants.nearMiss("VD-07", track.vehicle.plate(), "夜里停在隔壁院子，一百多米");
    }

    private void outside() {
        Track track = away("VD-07 yard", FAR, this::isOfAnother);
        draw(track.vehicle, "机关停车区", 0);
        found(track, "夜里停在本单位停放区域两公里之外");
    }

    private void inAnother() {
        Track track = away("VD-07 other yard", FAR, this::isOfAnother);
        draw(track.vehicle, "本部停车区", 0);
        draw(track.vehicle, "分部停车区", FAR);
        plants.nearMiss("VD-07", track.vehicle.plate(), "夜里停在本单位另一处停放区域");
    }

    private boolean isOfAnother(Vehicle vehicle) {
        return !tracks.isAway(vehicle.institutionCode());
    }

    private void found(Track track, String done) {
        plants.breach(
                "VD-07",
                track.vehicle.plate(),
                Objects.requireNonNull(track.awayOn).toString(),
                done);
    }

    /** One that did not come home one night. */
    private Track away(String name, double degrees, Predicate<Vehicle> wanted) {
        Track track = tracks.track(
                name,
                wanted.and(v ->
                        tracks.days().anyMatch(day -> tracks.drives(v, day) && tracks.drives(v, day.plusDays(1)))));
        Vehicle vehicle = track.vehicle;
        track.awayOn = night(vehicle);
        track.degreesFromHome = degrees;
        tracks.city.drivenAs.put(vehicle.plate(), vehicle);
        tracks.city.fleet.vehicles.change(vehicle, "parkingLongitude", 0.0, "parkingLatitude", 0.0);
        return track;
    }

    private LocalDate night(Vehicle vehicle) {
        return tracks.days()
                .filter(day -> tracks.drives(vehicle, day) && tracks.drives(vehicle, day.plusDays(1)))
                .findFirst()
                .orElseThrow();
    }

    private void draw(Vehicle vehicle, String name, double degreesEast) {
        tracks.city.fences.add(new Terminals.Fence(
                vehicle.institutionCode(),
                name,
                "YARD",
                false,
                Rows.rounded(vehicle.parkingLongitude() + degreesEast, 6),
                vehicle.parkingLatitude(),
                RADIUS,
                null));
    }
}
