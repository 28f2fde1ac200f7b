package org.yiti.demonstration;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.yiti.demonstration.Fleet.Trip;
import org.yiti.demonstration.Fleet.Vehicle;

/** Vehicles that spend a night elsewhere than where they belong. */
final class ParkingPlants {
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private final Plants plants;
    private final City city;

    ParkingPlants(Plants plants) {
        this.plants = plants;
        this.city = plants.city;
    }

    private Vehicle vehicle(String name) {
        return plants.pick(
                name,
                city.fleet.vehicles.where(v -> v.status().equals("IN_USE")
                        && !v.dutyVehicle()
                        && v.registeredOn().isBefore(city.asOf.minusDays(500))),
                v -> "vehicle " + v.plate());
    }

    void sow() {
        plants.attempt(this::overnight);
    }

    private void overnight() {
        Vehicle away = vehicle("VE-14b away");
        Trip home = lastOfADay(away, 22);
        endsNorth(away, home, 0.03);
        plants.breach("VE-14b", away.plate(), MINUTE.format(home.startedAt()), "下班后停在家属院过夜", 3336, 200);

        Vehicle near = vehicle("VE-14b near");
        endsNorth(near, lastOfADay(near, 35), 0.0017);
        plants.nearMiss("VE-14b", near.plate(), "过夜位置距停放地点不到 200 米");

        Vehicle ordered = vehicle("VE-14b ordered");
        Trip far = lastOfADay(ordered, 41);
        endsNorth(ordered, far, 0.4);
        LocalDate day = far.startedAt().toLocalDate();
        city.amend(
                ordered.plate(),
                travel -> Amendments.order(
                        travel,
                        Rows.with(
                                travel.orders().get(0),
                                "orderNo",
                                "PC%tY%<tm%<td-Y%s"
                                        .formatted(day, ordered.plate().substring(1)),
                                "plannedStart",
                                day.atTime(8, 0),
                                "plannedEnd",
                                day.plusDays(1).atTime(17, 30),
                                "outOfTown",
                                true)));
        plants.nearMiss("VE-14b", ordered.plate(), "跨夜出差，派车单已批准");
    }

    /** The trip that brings it home for the night, on a day so many back or the next one after. */
    private Trip lastOfADay(Vehicle vehicle, int back) {
        List<Trip> trips = plants.year(vehicle).trips();
        return trips.stream()
                .filter(t -> !t.startedAt().toLocalDate().isBefore(city.asOf.minusDays(back)))
                .filter(t -> trips.stream()
                        .noneMatch(n -> n.startedAt().isAfter(t.startedAt())
                                && n.startedAt()
                                        .toLocalDate()
                                        .equals(t.startedAt().toLocalDate())))
                .findFirst()
                .orElseThrow();
    }

    private void endsNorth(Vehicle vehicle, Trip trip, double degrees) {
        double latitude = Rows.rounded(vehicle.parkingLatitude() + degrees, 5);
        city.amend(
                vehicle.plate(),
                travel -> travel.trips()
                        .replaceAll(t -> t.startedAt().equals(trip.startedAt())
                                ? Rows.with(t, "endLatitude", latitude, "destination", "干部家属院")
                                : t));
    }
}
