package org.yiti.demonstration;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.yiti.demonstration.Fleet.FuelRecord;
import org.yiti.demonstration.Fleet.Trip;
import org.yiti.demonstration.Fleet.Vehicle;

/** What only a terminal sees: nights elsewhere, speed, an odometer and a track that disagree, silence; the levels of tanks beside it. */
final class TrackPlants {
    static final int RADIUS = 150;

    final Plants plants;
    final City city;
    final LocalDate from;
    final Visits visits;

    TrackPlants(Plants plants) {
        this.plants = plants;
        this.city = plants.city;
        this.from = YearMonth.from(city.asOf).minusMonths(1).atDay(1);
        this.visits = new Visits(this);
    }

    void sow() {
        new YardPlants(this).sow();
        plants.attempt(() -> fast("VD-08", 138, true));
        plants.attempt(() -> fast("VD-08 at the limit", 119, false));
        new LevelPlants(this).sow();
        plants.attempt(() -> turned("VD-16b", 1.25, true));
        plants.attempt(() -> turned("VD-16b a little", 1.06, false));
        plants.attempt(() -> forbidden("VD-24"));
        new DetourPlants(this).sow();
        plants.attempt(() -> dark("VD-18", 35, true));
        plants.attempt(() -> dark("VD-18 within a day", 21, false));
    }

    /** A petrol car with a terminal, on which nothing else was planted. */
    Track track(String name, Predicate<Vehicle> wanted) {
        return track(name, wanted, vehicle -> true);
    }

    Track track(String name, Predicate<Vehicle> wanted, Predicate<Vehicle> clear) {
        Vehicle vehicle = plants.pick(
                name,
                city.fleet
                        .vehicles
                        .where(v -> v.status().equals("IN_USE")
                                && v.energy().equals("GASOLINE")
                                && v.body().equals("SEDAN")
                                && !v.dutyVehicle()
                                && v.registeredOn().isBefore(city.asOf.minusDays(500))
                                && Terminals.isFitted(v))
                        .filter(wanted),
                v -> "vehicle " + v.plate(),
                v -> visits.isFarFromFences(v) && clear.test(v));
        Track track = new Track(vehicle, from);
        city.tracks.add(track);
        return track;
    }

    Stream<Trip> trips(Vehicle vehicle) {
        return plants.year(vehicle).trips().stream()
                .filter(t -> !t.startedAt().toLocalDate().isBefore(from));
    }

    List<FuelRecord> fuels(Vehicle vehicle) {
        return plants.year(vehicle).fuels().stream()
                .filter(f -> !f.fuelledAt().toLocalDate().isBefore(from.plusDays(3)))
                .toList();
    }

    boolean drives(Vehicle vehicle, LocalDate day) {
        return trips(vehicle).anyMatch(t -> t.startedAt().toLocalDate().equals(day));
    }

    /** Days long enough ago for what is usual to be known, and over. */
    Stream<LocalDate> days() {
        return from.plusDays(12).datesUntil(city.asOf.minusDays(4));
    }

    private boolean isLong(Trip trip) {
        return trip.kilometres() > 14
                && trip.kilometres() < 60
                && !trip.destination().contains("往返");
    }

    private void fast(String name, double kmh, boolean found) {
        Track track = track(name, v -> trips(v).anyMatch(this::isLong));
        Trip trip = trips(track.vehicle).filter(this::isLong).findFirst().orElseThrow();
        track.burst = new Track.Burst(trip.startedAt(), kmh);
        String plate = track.vehicle.plate();
        if (found) {
            plants.breach("VD-08", plate, trip.startedAt().toLocalDate().toString(), "时速 138 公里行驶一分钟", kmh, 120);
        } else {
            plants.nearMiss("VD-08", plate, "最高时速 119 公里");
        }
    }

    private void turned(String name, double times, boolean found) {
        YearMonth month = YearMonth.from(from);
        Track track = track(
                name,
                v -> trips(v).filter(t -> YearMonth.from(t.startedAt()).equals(month))
                                .mapToDouble(Trip::kilometres)
                                .sum()
                        > 250);
        track.odometerTimes = times;
        if (found) {
            plants.breach("VD-16b", track.vehicle.plate(), month.toString(), "里程表比轨迹多走四分之一");
        } else {
            plants.nearMiss("VD-16b", track.vehicle.plate(), "里程表多走百分之六");
        }
    }

    static boolean near(FuelRecord fuel, LocalDate night) {
        LocalDate day = fuel.fuelledAt().toLocalDate();
        return !day.isBefore(night.minusDays(1)) && !day.isAfter(night.plusDays(1));
    }

    private boolean mayFallSilent(Vehicle vehicle, LocalDate day) {
        double km = trips(vehicle)
                .filter(t -> t.startedAt().toLocalDate().equals(day))
                .mapToDouble(Trip::kilometres)
                .sum();
        return km > 0 && km < 30 && fuels(vehicle).stream().noneMatch(f -> near(f, day));
    }

    /** From the evening before. */
    private void dark(String name, int hours, boolean found) {
        Track track = track(name, v -> days().anyMatch(day -> mayFallSilent(v, day)));
        LocalDate day = days().filter(one -> mayFallSilent(track.vehicle, one))
                .reduce((one, next) -> next)
                .orElseThrow();
        LocalDateTime since = day.minusDays(1).atTime(20, 30);
        track.dark = new Track.Dark(since, since.plusHours(hours));
        String plate = track.vehicle.plate();
        if (found) {
            plants.breach("VD-18", plate, day.minusDays(1).toString(), "终端断电一天半，其间照常用车");
        } else {
            plants.nearMiss("VD-18", plate, "终端失联不到一天");
        }
    }

    /** A yard where its cars are kept, and a place where one of them was once. */
    private void forbidden(String name) {
        Track track = track(
                name,
                v -> !isAway(v.institutionCode()) && trips(v).anyMatch(t -> visits.endsApart(v, t)),
                v -> visits.onlyOnce(v).isPresent());
        Vehicle vehicle = track.vehicle;
        Trip trip = visits.onlyOnce(vehicle).orElseThrow();
        String institution = vehicle.institutionCode();
        city.fences.add(new Terminals.Fence(
                institution, "度假村及周边", "FORBIDDEN", false, trip.endLongitude(), trip.endLatitude(), RADIUS, null));
        city.fences.add(new Terminals.Fence(
                institution,
                "单位停车场",
                "YARD",
                false,
                vehicle.parkingLongitude(),
                vehicle.parkingLatitude(),
                RADIUS,
                null));
        plants.breach("VD-24", vehicle.plate(), trip.endedAt().toLocalDate().toString(), "在禁入区域停留");
    }

    /** Some vehicle of it is looked for where the institution keeps its vehicles: no other yard may lead astray. */
    boolean isAway(String institution) {
        return city.tracks.stream()
                .anyMatch(track ->
                        track.awayOn != null && track.vehicle.institutionCode().equals(institution));
    }
}
