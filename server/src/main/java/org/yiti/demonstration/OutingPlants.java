package org.yiti.demonstration;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.function.Predicate;
import org.yiti.demonstration.Fleet.DispatchOrder;
import org.yiti.demonstration.Fleet.Trip;
import org.yiti.demonstration.Fleet.Vehicle;

/** Journeys that came back late, went too far, or say nothing of where they went. */
final class OutingPlants {
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private final Plants plants;
    private final City city;

    OutingPlants(Plants plants) {
        this.plants = plants;
        this.city = plants.city;
    }

    void sow() {
        plants.attempt(() -> late("VD-03 late", 75, true));
        plants.attempt(() -> late("VD-03 a little", 60, false));
        plants.attempt(this::far);
        plants.attempt(this::blank);
    }

    private Vehicle vehicle(String name, Predicate<Vehicle> wanted) {
        return plants.pick(
                name,
                city.fleet
                        .vehicles
                        .where(v -> v.status().equals("IN_USE")
                                && !v.dutyVehicle()
                                && v.registeredOn().isBefore(city.asOf.minusDays(500)))
                        .filter(wanted),
                v -> "vehicle " + v.plate());
    }

    private List<DispatchOrder> orders(Vehicle vehicle, Predicate<DispatchOrder> wanted) {
        return plants.year(vehicle).orders().stream()
                .filter(o -> o.plannedStart().toLocalDate().isBefore(city.asOf.minusDays(20)))
                .filter(wanted)
                .toList();
    }

    private List<Trip> trips(Vehicle vehicle, DispatchOrder order) {
        return plants.year(vehicle).trips().stream()
                .filter(t -> order.orderNo().equals(t.orderNo()))
                .toList();
    }

    private void replace(Vehicle vehicle, Trip trip, String column, Object value) {
        city.amend(
                vehicle.plate(),
                travel -> travel.trips()
                        .replaceAll(t -> t.startedAt().equals(trip.startedAt()) ? Rows.with(t, column, value) : t));
    }

    private void late(String name, int minutes, boolean found) {
        Predicate<DispatchOrder> morning = o -> o.plannedEnd().getHour() < 15;
        Vehicle vehicle = vehicle(name, v -> !orders(v, morning).isEmpty());
        DispatchOrder order = orders(vehicle, morning).get(0);
        List<Trip> its = trips(vehicle, order);
        replace(vehicle, its.get(its.size() - 1), "endedAt", order.plannedEnd().plusMinutes(minutes));
        if (found) {
            plants.breach("VD-03", vehicle.plate(), order.orderNo(), "比派车单晚 %d 分钟返回".formatted(minutes), minutes, 60);
        } else {
            plants.nearMiss("VD-03", vehicle.plate(), "恰好晚一小时返回");
        }
    }

    /** Out of the province on an order that stays in town. */
    private void far() {
        Predicate<DispatchOrder> twoLegs = o -> !o.outOfTown();
        Vehicle vehicle = vehicle(
                "VD-06",
                v -> orders(v, twoLegs).stream().anyMatch(o -> trips(v, o).size() == 2));
        DispatchOrder order = orders(vehicle, twoLegs).stream()
                .filter(o -> trips(vehicle, o).size() == 2)
                .findFirst()
                .orElseThrow();
        Trip out = trips(vehicle, order).get(0);
        replace(vehicle, out, "endLatitude", Rows.rounded(vehicle.parkingLatitude() + 2.4, 5));
        plants.breach("VD-06", vehicle.plate(), MINUTE.format(out.startedAt()), "到了两百多公里外，派车单没有批准出本行政区");
    }

    private void blank() {
        Vehicle vehicle = vehicle("VE-13", v -> plants.year(v).trips().size() > 50);
        Trip trip = plants.year(vehicle).trips().get(20);
        city.amend(
                vehicle.plate(),
                travel -> travel.trips()
                        .replaceAll(
                                t -> t.startedAt().equals(trip.startedAt()) ? Rows.with(t, "destination", null) : t));
        LocalDateTime at = trip.startedAt();
        LocalDate day = at.toLocalDate();
        plants.counted("VE-13", vehicle.plate(), day.toString().substring(0, 7), "行程没有登记到达地", 1);
    }
}
