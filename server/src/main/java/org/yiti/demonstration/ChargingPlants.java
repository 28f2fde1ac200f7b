package org.yiti.demonstration;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import org.yiti.demonstration.Fleet.FuelRecord;
import org.yiti.demonstration.Fleet.Trip;
import org.yiti.demonstration.Fleet.Vehicle;

/** Electric cars with charges on the card, more than they can have driven. */
final class ChargingPlants {
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
    private static final double FULL = 0.9;
    private static final int LEAST_KILOMETRES = 130;

    private final Plants plants;
    private final City city;

    ChargingPlants(Plants plants) {
        this.plants = plants;
        this.city = plants.city;
    }

    void sow() {
        plants.attempt(this::charges);
    }

    private void charges() {
        charged("VD-15c far", 1.6, true);
        charged("VD-15c a little", 1.25, true);
        charged("VD-15c near", 1.18, false);
    }

    private void charged(String name, double share, boolean found) {
        Vehicle vehicle = plants.pick(
                name,
                city.fleet.vehicles.where(v -> v.status().equals("IN_USE")
                        && v.electric()
                        && v.registeredOn().isBefore(city.asOf.minusDays(500))
                        && plants.year(v).trips().size() > 100),
                v -> "vehicle " + v.plate());
        List<Trip> trips = plants.year(vehicle).trips();
        LocalDateTime first = evening(trips.get(0).startedAt().toLocalDate().plusDays(60));
        LocalDateTime second = after(vehicle, first);
        LocalDateTime third = after(vehicle, second);
        charge(vehicle, first, 30);
        charge(vehicle, second, energy(vehicle, first, second, 1));
        double last = energy(vehicle, second, third, share);
        charge(vehicle, third, last);
        double actual = Rows.rounded(last * 100 / kilometres(vehicle, second, third), 2);
        if (found) {
            plants.breach(
                    "VD-15c",
                    vehicle.plate(),
                    MINUTE.format(third),
                    "充电 %s kWh，百公里 %s kWh".formatted(last, actual),
                    actual,
                    Rows.rounded(vehicle.ratedConsumption() * 1.2, 2));
        } else {
            plants.nearMiss("VD-15c", vehicle.plate(), "百公里电耗高于核定值 18%，在 20% 以内");
        }
    }

    private static LocalDateTime evening(LocalDate day) {
        return day.atTime(21, 10);
    }

    /** The first evening by which it has driven far enough to tell. */
    private LocalDateTime after(Vehicle vehicle, LocalDateTime since) {
        LocalDateTime at = since.plusDays(1);
        while (kilometres(vehicle, since, at) < LEAST_KILOMETRES) {
            at = at.plusDays(1);
        }
        return at;
    }

    private double kilometres(Vehicle vehicle, LocalDateTime from, LocalDateTime to) {
        Travel year = plants.year(vehicle);
        return Rows.rounded(Amendments.odometerAt(year, to) - Amendments.odometerAt(year, from), 1);
    }

    private double energy(Vehicle vehicle, LocalDateTime from, LocalDateTime to, double share) {
        return Rows.rounded(kilometres(vehicle, from, to) / 100 * vehicle.ratedConsumption() * share, 2);
    }

    private void charge(Vehicle vehicle, LocalDateTime at, double energy) {
        city.amend(vehicle.plate(), travel -> {
            travel.fuels()
                    .add(new FuelRecord(
                            vehicle.institutionCode(),
                            "CD%tY%<tm%<td-%s".formatted(at, vehicle.plate().substring(1)),
                            vehicle.plate(),
                            "9000" + vehicle.terminalNo().substring(4),
                            at,
                            energy,
                            Rows.rounded(energy * FULL, 2),
                            "ELECTRICITY",
                            Amendments.odometerAt(travel, at),
                            true,
                            vehicle.parking() + "充电桩",
                            vehicle.parkingLongitude(),
                            vehicle.parkingLatitude(),
                            vehicle.parkingLongitude(),
                            vehicle.parkingLatitude()));
            travel.fuels().sort(Comparator.comparing(FuelRecord::fuelledAt));
        });
    }
}
