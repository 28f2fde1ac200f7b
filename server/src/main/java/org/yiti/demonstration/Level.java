package org.yiti.demonstration;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.yiti.demonstration.Fleet.FuelRecord;
import org.yiti.demonstration.Fleet.Trip;
import org.yiti.demonstration.Fleet.Vehicle;

/** What stands in the tank: burnt along each trip, filled as the records say, and whatever a track adds or takes away. */
final class Level {
    private static final double LEAST = 3;
    private static final double BRIM = 0.97;
    private static final double HABIT = 0.95;
    private static final double CALM = 0.9;
    private static final double BRISK = 1.1;

    private final TreeMap<LocalDateTime, Double> changes = new TreeMap<>();
    private final double litresAKilometre;
    private final TreeMap<LocalDateTime, Double> all;
    private double litres;

    Level(Track track, Travel travel, LocalDateTime from) {
        List<FuelRecord> fuels = travel.fuels().stream()
                .filter(fuel -> !fuel.fuelledAt().isBefore(from))
                .toList();
        litresAKilometre = track.vehicle.ratedConsumption() / 100 * habit(track.vehicle, fuels);
        for (FuelRecord fuel : fuels) {
            if (!track.unfilled.contains(fuel.serialNo())) {
                changes.merge(fuel.fuelledAt(), fuel.litres(), Double::sum);
            }
        }
        track.litres.forEach((at, more) -> changes.merge(at, more, Double::sum));
        all = new TreeMap<>(changes);
        for (Trip trip : travel.trips()) {
            if (!trip.startedAt().isBefore(from)) {
                all.merge(trip.endedAt(), -trip.kilometres() * litresAKilometre, Double::sum);
            }
        }
        double tank = track.vehicle.tank() == null ? 0 : track.vehicle.tank();
        litres = tank * BRIM - most();
    }

    /** Burns what is filled, or in two months a tank would come to hold more than it can, or less than nothing. */
    private static double habit(Vehicle vehicle, List<FuelRecord> fuels) {
        if (fuels.size() < 2) {
            return HABIT;
        }
        double km = fuels.get(fuels.size() - 1).odometer() - fuels.get(0).odometer();
        double filled = fuels.stream().skip(1).mapToDouble(FuelRecord::litres).sum();
        return Math.max(CALM, Math.min(BRISK, filled * 100 / km / vehicle.ratedConsumption()));
    }

    /** How far above where it begins it comes. */
    private double most() {
        double now = 0;
        double most = 0;
        for (double change : all.values()) {
            now += change;
            most = Math.max(most, now);
        }
        return most;
    }

    /** Nothing of what changes then is cut off by a tank that is all but empty. */
    boolean isWhole(LocalDateTime then) {
        double now = litres;
        for (Map.Entry<LocalDateTime, Double> change : all.entrySet()) {
            double next = now + change.getValue();
            if (change.getKey().equals(then)) {
                return Math.min(now, next) > 2 * LEAST;
            }
            now = Math.max(LEAST, next);
        }
        return false;
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
