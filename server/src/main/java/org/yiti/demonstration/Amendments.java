package org.yiti.demonstration;

import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.yiti.demonstration.Fleet.DispatchOrder;
import org.yiti.demonstration.Fleet.FuelRecord;
import org.yiti.demonstration.Fleet.Trip;
import org.yiti.demonstration.Fleet.Vehicle;

/** Changes to a year of travel that keep odometer and fuel true: what is driven more is counted and burnt. */
final class Amendments {
    private Amendments() {}

    static void changeFuel(Travel travel, String serial, UnaryOperator<FuelRecord> change) {
        travel.fuels().replaceAll(f -> f.serialNo().equals(serial) ? change.apply(f) : f);
    }

    static FuelRecord litres(FuelRecord fuel, double litres) {
        double price = fuel.amount() / fuel.litres();
        return Rows.with(fuel, "litres", Rows.rounded(litres, 2), "amount", Rows.rounded(litres * price, 2));
    }

    /** One more trip: every later reading of the odometer is higher by it, and the next filling larger. */
    static void drive(Travel travel, Vehicle vehicle, Trip trip) {
        double km = trip.kilometres();
        LocalDateTime at = trip.startedAt();
        travel.trips().replaceAll(t -> t.startedAt().isAfter(at) ? Rows.with(t, "odometer", sum(t.odometer(), km)) : t);
        travel.fuels().replaceAll(f -> f.fuelledAt().isAfter(at) ? Rows.with(f, "odometer", sum(f.odometer(), km)) : f);
        travel.maintenances()
                .replaceAll(m -> m.odometer() != null && !m.doneOn().isBefore(at.toLocalDate())
                        ? Rows.with(m, "odometer", sum(m.odometer(), km))
                        : m);
        after(travel, at)
                .ifPresent(next -> changeFuel(
                        travel, next.serialNo(), f -> litres(f, f.litres() + km / 100 * vehicle.ratedConsumption())));
        travel.trips().add(trip);
        travel.trips().sort(Comparator.comparing(Trip::startedAt));
    }

    /** One more filling: the next one is smaller by it. */
    static void fuel(Travel travel, FuelRecord fuel) {
        after(travel, fuel.fuelledAt())
                .ifPresent(next -> changeFuel(travel, next.serialNo(), f -> litres(f, left(f, fuel.litres()))));
        travel.fuels().add(fuel);
        travel.fuels().sort(Comparator.comparing(FuelRecord::fuelledAt));
    }

    /** What is still filled where so much was filled before: nobody calls for less than a few litres. */
    static double left(FuelRecord next, double before) {
        return Math.max(6, next.litres() - before);
    }

    static void order(Travel travel, DispatchOrder order) {
        travel.orders().add(order);
        travel.orders().sort(Comparator.comparing(DispatchOrder::plannedStart));
    }

    static double odometerAt(Travel travel, LocalDateTime at) {
        List<Trip> before =
                travel.trips().stream().filter(t -> !t.endedAt().isAfter(at)).toList();
        if (!before.isEmpty()) {
            return before.get(before.size() - 1).odometer();
        }
        Trip first = travel.trips().get(0);
        return sum(first.odometer(), -first.kilometres());
    }

    static Optional<FuelRecord> after(Travel travel, LocalDateTime at) {
        return travel.fuels().stream().filter(f -> f.fuelledAt().isAfter(at)).findFirst();
    }

    static Optional<FuelRecord> before(Travel travel, LocalDateTime at) {
        return travel.fuels().stream().filter(f -> f.fuelledAt().isBefore(at)).reduce((one, next) -> next);
    }

    private static double sum(double odometer, double km) {
        return Rows.rounded(odometer + km, 1);
    }
}
