package org.yiti.demonstration;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Stream;
import org.yiti.demonstration.Fleet.FuelRecord;
import org.yiti.demonstration.Fleet.Vehicle;

/** Fuel that was paid for and did not come, that came without a record, and that went. */
final class LevelPlants {
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private final TrackPlants tracks;
    private final Plants plants;

    LevelPlants(TrackPlants tracks) {
        this.tracks = tracks;
        this.plants = tracks.plants;
    }

    void sow() {
        plants.attempt(() -> unfilled("VD-13b", true));
        plants.attempt(() -> unfilled("VD-13b filled", false));
        plants.attempt(() -> risen("VD-13c", 21.5, true));
        plants.attempt(() -> risen("VD-13c a little", 8, false));
        plants.attempt(() -> drained("VD-15d", 17.5, true));
        plants.attempt(() -> drained("VD-15d a little", 6, false));
    }

    /** Of three fillings, the one in the middle. */
    private void unfilled(String name, boolean found) {
        Track track = tracks.track(name, v -> tracks.fuels(v).size() >= 3 && apart(tracks.fuels(v)));
        FuelRecord fuel = tracks.fuels(track.vehicle).get(1);
        String plate = track.vehicle.plate();
        if (found) {
            track.unfilled.add(fuel.serialNo());
            plants.breach("VD-13b", plate, MINUTE.format(fuel.fuelledAt()), "刷卡加油而油位没有上升", fuel.litres(), 0);
        } else {
            plants.nearMiss("VD-13b", plate, "油位上升与加油量相符");
        }
    }

    private static boolean apart(List<FuelRecord> fuels) {
        return fuels.get(1).fuelledAt().isAfter(fuels.get(0).fuelledAt().plusDays(1))
                && fuels.get(2).fuelledAt().isAfter(fuels.get(1).fuelledAt().plusDays(1));
    }

    /** A night with a filling some days later, and none about it. */
    private boolean isQuiet(Vehicle vehicle, LocalDate night) {
        List<FuelRecord> fuels = tracks.fuels(vehicle);
        return fuels.stream().anyMatch(f -> f.fuelledAt().toLocalDate().isAfter(night.plusDays(2)))
                && fuels.stream().noneMatch(f -> TrackPlants.near(f, night));
    }

    private Stream<LocalDate> quiet(Vehicle vehicle) {
        return tracks.from
                .plusDays(4)
                .datesUntil(tracks.city.asOf.minusDays(4))
                .filter(night -> isQuiet(vehicle, night));
    }

    private void risen(String name, double litres, boolean found) {
        Track track = tracks.track(
                name,
                v -> quiet(v).findAny().isPresent(),
                v -> isWhole(v, quiet(v).findFirst().orElseThrow().atTime(2, 10), litres));
        LocalDate night = quiet(track.vehicle).findFirst().orElseThrow();
        track.litres.put(night.atTime(2, 10), litres);
        if (found) {
            plants.counted("VD-13c", track.vehicle.plate(), night.toString(), "夜里油箱增加 21.5 升，没有加油记录", litres);
        } else {
            plants.nearMiss("VD-13c", track.vehicle.plate(), "油位上升 8 升，未到起查量");
        }
    }

    private LocalDateTime nightAfterFilling(Vehicle vehicle) {
        LocalDateTime filled = tracks.fuels(vehicle).get(0).fuelledAt();
        return filled.toLocalDate().plusDays(1).atTime(1, 30);
    }

    /** The tank has room for what comes, and holds what goes. */
    private boolean isWhole(Vehicle vehicle, LocalDateTime night, double litres) {
        Track track = new Track(vehicle, tracks.from);
        track.litres.put(night, litres);
        return new Level(track, plants.year(vehicle), tracks.from.atStartOfDay()).isWhole(night);
    }

    /** The night after a filling: there is something to take. */
    private void drained(String name, double litres, boolean found) {
        Track track =
                tracks.track(name, v -> !tracks.fuels(v).isEmpty(), v -> isWhole(v, nightAfterFilling(v), -litres));
        LocalDateTime night = nightAfterFilling(track.vehicle);
        track.litres.put(night, -litres);
        String plate = track.vehicle.plate();
        if (found) {
            plants.breach("VD-15d", plate, night.toLocalDate().toString(), "夜里油箱减少 17.5 升", litres, 8);
        } else {
            plants.nearMiss("VD-15d", plate, "油位下降 6 升，未到起查量");
        }
    }
}
