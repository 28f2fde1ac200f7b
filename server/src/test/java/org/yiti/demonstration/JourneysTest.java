package org.yiti.demonstration;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.yiti.calendar.WorkCalendar;

class JourneysTest {
    private static final List<Map<String, String>> TRIPS = Told.rows(Told.CLEAN, "fleet.trip");
    /** What is tanked: charging happens at home, in the evening. */
    private static final List<Map<String, String>> FUELS = Told.rows(Told.CLEAN, "fleet.fuel_record").stream()
            .filter(fuel -> !fuel.get("grade").equals("ELECTRICITY"))
            .toList();

    private static final Map<String, Map<String, String>> ORDERS =
            Told.rows(Told.CLEAN, "fleet.dispatch_order").stream()
                    .collect(toMap(row -> row.get("orderNo"), Function.identity()));
    private static final Map<String, Map<String, String>> VEHICLES = Told.rows(Told.CLEAN, "fleet.vehicle").stream()
            .collect(toMap(row -> row.get("plate"), Function.identity()));

    @Test
    void every_trip_lies_within_an_order_of_its_vehicle() {
        assertThat(TRIPS).allSatisfy(trip -> {
            Map<String, String> order = ORDERS.get(trip.get("orderNo"));
            assertThat(order.get("plate")).isEqualTo(trip.get("plate"));
            assertThat(trip.get("startedAt")).isGreaterThanOrEqualTo(order.get("plannedStart"));
            assertThat(trip.get("endedAt")).isLessThanOrEqualTo(order.get("plannedEnd"));
        });
    }

    @Test
    void the_odometer_counts_every_trip_and_nothing_else() {
        byPlate(TRIPS).forEach((plate, trips) -> {
            for (int i = 1; i < trips.size(); i++) {
                double driven = Told.number(trips.get(i), "odometer") - Told.number(trips.get(i - 1), "odometer");
                assertThat(driven).as(plate).isCloseTo(Told.number(trips.get(i), "kilometres"), within(0.0001));
            }
        });
    }

    @Test
    void trips_of_a_vehicle_follow_one_another() {
        byPlate(TRIPS).forEach((plate, trips) -> {
            for (int i = 1; i < trips.size(); i++) {
                assertThat(trips.get(i).get("startedAt"))
                        .isGreaterThanOrEqualTo(trips.get(i - 1).get("endedAt"));
            }
        });
    }

    @Test
    void no_driver_is_in_two_vehicles_at_once() {
        ORDERS.values().stream()
                .filter(order -> !order.get("driverCode").isEmpty())
                .collect(groupingBy(row -> row.get("driverCode")))
                .forEach((driver, orders) -> {
                    List<Map<String, String>> sorted = new ArrayList<>(orders);
                    sorted.sort(comparing(row -> row.get("plannedStart")));
                    for (int i = 1; i < sorted.size(); i++) {
                        assertThat(sorted.get(i).get("plannedStart"))
                                .isGreaterThan(sorted.get(i - 1).get("plannedEnd"));
                    }
                });
    }

    @Test
    void outside_workdays_only_duty_vehicles_move_and_only_with_approval() {
        WorkCalendar calendar = WorkCalendar.ofStandards();
        assertThat(TRIPS)
                .filteredOn(trip -> !calendar.isWorkday(
                        LocalDate.parse(trip.get("startedAt").substring(0, 10))))
                .isNotEmpty()
                .allSatisfy(trip -> {
                    assertThat(VEHICLES.get(trip.get("plate")).get("dutyVehicle"))
                            .isEqualTo("true");
                    assertThat(ORDERS.get(trip.get("orderNo")).get("offHoursApproved"))
                            .isEqualTo("true");
                });
    }

    @Test
    void everyone_is_back_before_evening() {
        assertThat(TRIPS).allSatisfy(trip -> {
            assertThat(time(trip.get("startedAt"))).isAfter(LocalTime.of(7, 30));
            assertThat(time(trip.get("endedAt"))).isBefore(LocalTime.of(19, 0));
        });
    }

    @Test
    void no_filling_is_larger_than_the_tank() {
        assertThat(FUELS)
                .isNotEmpty()
                .allSatisfy(fuel -> assertThat(Told.number(fuel, "litres"))
                        .isLessThanOrEqualTo(Told.number(VEHICLES.get(fuel.get("plate")), "tank")));
    }

    @Test
    void fuel_is_taken_during_a_trip_with_the_odometer_in_between() {
        Map<String, List<Map<String, String>>> trips = byPlate(TRIPS);
        assertThat(FUELS).allMatch(fuel -> trips.get(fuel.get("plate")).stream().anyMatch(trip -> during(fuel, trip)));
    }

    private static boolean during(Map<String, String> fuel, Map<String, String> trip) {
        double beyond = Told.number(trip, "odometer") - Told.number(fuel, "odometer");
        return fuel.get("fuelledAt").compareTo(trip.get("startedAt")) >= 0
                && fuel.get("fuelledAt").compareTo(trip.get("endedAt")) <= 0
                && beyond >= -0.1
                && beyond <= Told.number(trip, "kilometres") + 0.1;
    }

    @Test
    void consumption_stays_near_what_was_approved() {
        byPlate(FUELS).forEach((plate, fuels) -> {
            double rated = Told.number(VEHICLES.get(plate), "ratedConsumption");
            double litres = 0;
            for (int i = 1; i < fuels.size(); i++) {
                litres += Told.number(fuels.get(i), "litres");
                if (fuels.get(i).get("filledUp").equals("true")
                        && fuels.get(0).get("filledUp").equals("true")) {
                    double km = Told.number(fuels.get(i), "odometer") - Told.number(fuels.get(0), "odometer");
                    assertThat(litres / km * 100).as(plate).isBetween(rated * 0.85, rated * 1.12);
                }
            }
        });
    }

    @Test
    void every_vehicle_in_use_is_driven_every_month() {
        Map<String, List<Map<String, String>>> trips = byPlate(TRIPS);
        VEHICLES.values().stream()
                .filter(v -> v.get("status").equals("IN_USE"))
                .forEach(vehicle -> assertThat(trips.get(vehicle.get("plate")).stream()
                                .filter(t -> t.get("startedAt").startsWith("2026-10"))
                                .count())
                        .as(vehicle.get("plate"))
                        .isPositive());
    }

    private static Map<String, List<Map<String, String>>> byPlate(List<Map<String, String>> rows) {
        return rows.stream().collect(groupingBy(row -> row.get("plate")));
    }

    private static LocalTime time(String at) {
        return LocalTime.parse(at.substring(11));
    }
}
