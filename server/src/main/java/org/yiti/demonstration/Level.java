package org.yiti.demonstration;

import java.time.LocalDateTime;
import java.util.Map;
import java.util.TreeMap;
import org.yiti.demonstration.Fleet.FuelRecord;
import org.yiti.demonstration.Fleet.Trip;

/** What stands in the tank: burnt along each trip, filled as the records say, and whatever a track adds or takes away. */
final class Level {
    private static final double LEAST = 3;
    private static final double BRIM = 0.97;
    private static final double HABIT = 0.95;

    private final TreeMap<LocalDateTime, Double> changes = new TreeMap<>();
    private final double litresAKilometre;
    private double litres;

    Level(Track track, Travel travel, LocalDateTime from) {
        litresAKilometre = track.vehicle.ratedConsumption() * HABIT / 100;
        for (FuelRecord fuel : travel.fuels()) {
            if (!fuel.fuelledAt().isBefore(from) && !track.unfilled.contains(fuel.serialNo())) {
                changes.merge(fuel.fuelledAt(), fuel.litres(), Double::sum);
            }
        }
        track.litres.forEach((at, more) -> changes.merge(at, more, Double::sum));
        double tank = track.vehicle.tank() == null ? 0 : track.vehicle.tank();
        litres = tank * BRIM - most(travel, from);
    }

    /** How far above where it begins it comes. */
    private double most(Travel travel, LocalDateTime from) {
        TreeMap<LocalDateTime, Double> all = new TreeMap<>(changes);
        for (Trip trip : travel.trips()) {
            if (!trip.startedAt().isBefore(from)) {
                all.merge(trip.endedAt(), -trip.kilometres() * litresAKilometre, Double::sum);
            }
        }
        double now = 0;
        double most = 0;
        for (Map.Entry<LocalDateTime, Double> change : all.entrySet()) {
            now += change.getValue();
            most = Math.max(most, now);
        }
        return most;
    }

    void burn(double kilometres) {
        litres = Math.max(LEAST, litres - kilometres * litresAKilometre);
    }

    double at(LocalDateTime moment) {
        while (!changes.isEmpty() && !changes.firstKey().isAfter(moment)) {
            litres = Math.max(LEAST, litres + changes.pollFirstEntry().getValue());
        }
        return litres;
    }
}
