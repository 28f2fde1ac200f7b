package org.yiti.demonstration;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import org.yiti.demonstration.Fleet.FuelRecord;
import org.yiti.demonstration.Fleet.Vehicle;

/** A filling on the way from one full tank to the next, of more than can have been burnt by then. */
final class SpentPlants {
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
    /** As the rules have it where nothing is set otherwise: multiple of the approved consumption, share of the tank. */
    private static final double AT_MOST = 1.2;

    private static final double PLAINLY = 0.02;

    private static final double TOLERANCE = 0.05;
    /** Apart enough from the fillings around it that nothing but the amount is wrong, km. */
    private static final double APART = 170;

    private static final double TOO_MUCH = 8;
    private static final int SINCE = 3;

    private final Plants plants;
    private final City city;

    SpentPlants(Plants plants) {
        this.plants = plants;
        this.city = plants.city;
    }

    private record Stop(LocalDateTime at, double odometer) {}

    void sow() {
        Vehicle vehicle = plants.pick(
                "VD-09b on the way",
                city.fleet.vehicles.where(v -> v.status().equals("IN_USE")
                        && v.energy().equals("GASOLINE")
                        && v.registeredOn().isBefore(city.asOf.minusDays(500))
                        && plants.year(v).fuels().stream().allMatch(FuelRecord::filledUp)
                        && plants.year(v).fuels().size() >= 7
                        && !v.brandModel().equals(FuelPlants.COMPARED)
                        && stop(v).isPresent()),
                v -> "vehicle " + v.plate(),
                this::isPlain);
        Stop stop = stop(vehicle).orElseThrow();
        List<FuelRecord> fuels = plants.year(vehicle).fuels();
        FuelRecord before = fuels.get(SINCE);
        FuelRecord next = fuels.get(SINCE + 1);
        double room = room(vehicle, stop.odometer() - before.odometer());
        double litres = litres(room);
        city.amend(vehicle.plate(), travel -> Amendments.fuel(travel, filling(before, stop, litres)));
        plants.breach(
                "VD-09b",
                vehicle.plate(),
                MINUTE.format(stop.at()),
                "油箱最多空出 %s L,加了 %s L".formatted(room, litres),
                litres,
                room);
        if (Amendments.left(next, litres) > next.litres() - litres) {
            plants.consequence("VD-15", vehicle.plate(), MINUTE.format(next.fuelledAt()), "多加的油算进了百公里油耗");
        }
    }

    /** The next filling is smaller by all of it, or by so little that much more than is approved seems to have been burnt. */
    private boolean isPlain(Vehicle vehicle) {
        List<FuelRecord> fuels = plants.year(vehicle).fuels();
        FuelRecord before = fuels.get(SINCE);
        FuelRecord next = fuels.get(SINCE + 1);
        double litres = litres(room(vehicle, stop(vehicle).orElseThrow().odometer() - before.odometer()));
        double filled = litres + Amendments.left(next, litres);
        double consumption = filled * 100 / (next.odometer() - before.odometer());
        return filled <= next.litres() || consumption > vehicle.ratedConsumption() * (AT_MOST + PLAINLY);
    }

    private static double litres(double room) {
        return Rows.rounded(room + TOO_MUCH, 2);
    }

    private Optional<Stop> stop(Vehicle vehicle) {
        Travel year = plants.year(vehicle);
        FuelRecord before = year.fuels().get(SINCE);
        FuelRecord next = year.fuels().get(SINCE + 1);
        return year.trips().stream()
                .map(trip -> trip.startedAt().toLocalDate().atTime(7, 50))
                .filter(at -> at.isAfter(before.fuelledAt()) && at.isBefore(next.fuelledAt()))
                .map(at -> new Stop(at, Amendments.odometerAt(year, at)))
                .filter(stop ->
                        stop.odometer() - before.odometer() > APART && next.odometer() - stop.odometer() > APART)
                .findFirst();
    }

    private static FuelRecord filling(FuelRecord like, Stop stop, double litres) {
        double price = Journeys.price(like.grade(), stop.at().toLocalDate());
        return Rows.with(
                like,
                "serialNo",
                like.serialNo() + "-Z",
                "fuelledAt",
                stop.at(),
                "litres",
                litres,
                "amount",
                Rows.rounded(litres * price, 2),
                "odometer",
                stop.odometer(),
                "filledUp",
                false);
    }

    /** What a tank can have had room for so many kilometres after it was full, litres, the tolerance included. */
    static double room(Vehicle vehicle, double kilometres) {
        double tank = vehicle.tank() == null ? 0 : vehicle.tank();
        double burnt = Rows.rounded(kilometres * vehicle.ratedConsumption() * AT_MOST / 100, 2);
        return Rows.rounded(Math.min(burnt, tank) + tank * TOLERANCE, 4);
    }
}
