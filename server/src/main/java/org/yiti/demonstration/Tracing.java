package org.yiti.demonstration;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yiti.demonstration.Fleet.Trip;
import org.yiti.demonstration.Positions.Point;

/** What the terminal of a vehicle says: along the trips of its year every fifteen seconds, and every twenty minutes while it stands. */
final class Tracing {
    private static final int DRIVING = 15;
    private static final int STANDING = 20 * 60;
    private static final int EVENING = 20;
    private static final int BURST = 60;

    private final Track track;
    private final List<Trip> trips;
    private final Level level;
    private final LocalDateTime until;
    private final Point home;
    private final List<Sighting> told = new ArrayList<>();
    private double odometer;
    private Point place;

    private Tracing(City city, Track track) {
        this.track = track;
        Travel travel = city.travel(track.vehicle);
        LocalDateTime from = track.from.atStartOfDay();
        trips = travel.trips().stream()
                .filter(trip -> !trip.startedAt().isBefore(from))
                .toList();
        level = new Level(track, travel, from);
        until = city.asOf.atTime(EVENING, 0);
        odometer = Amendments.odometerAt(travel, from);
        home = new Point(track.vehicle.parkingLongitude(), track.vehicle.parkingLatitude());
        place = home;
    }

    static List<Sighting> of(City city, Track track) {
        return new Tracing(city, track).draw();
    }

    /** On how many days it came within a kilometre. */
    static long daysNear(List<Sighting> told, Point there) {
        return told.stream()
                .filter(s -> new Point(s.longitude() / 1e6, s.latitude() / 1e6).kilometresTo(there) < 1)
                .map(s -> LocalDateTime.ofEpochSecond(s.second(), 0, ZoneOffset.ofHours(8))
                        .toLocalDate())
                .distinct()
                .count();
    }

    private List<Sighting> draw() {
        LocalDateTime now = track.from.atStartOfDay();
        for (int i = 0; i < trips.size(); i++) {
            Trip trip = trips.get(i);
            stand(now, trip.startedAt());
            drive(trip, goal(trip, i + 1 < trips.size() ? trips.get(i + 1) : null));
            now = trip.endedAt();
        }
        stand(now, until);
        return told;
    }

    /** Where the books say it went, unless it did not quite come home. */
    private Point goal(Trip trip, @Nullable Trip next) {
        var last = next == null
                || !next.startedAt().toLocalDate().equals(trip.startedAt().toLocalDate());
        return last && trip.startedAt().toLocalDate().equals(track.awayOn)
                ? home.shifted(track.degreesFromHome, 0)
                : new Point(trip.endLongitude(), trip.endLatitude());
    }

    private void stand(LocalDateTime from, LocalDateTime to) {
        for (LocalDateTime at = from; at.isBefore(to); at = at.plusSeconds(STANDING)) {
            tell(at, place, false, 0, 0);
        }
    }

    private Way way(Trip trip, Point goal) {
        if (track.burst != null && track.burst.trip().equals(trip.startedAt())) {
            return Way.straight(place, goal);
        }
        if (track.detour != null && track.detour.trip().equals(trip.startedAt())) {
            return Way.past(place, goal, track.detour.degrees());
        }
        return goal.kilometresTo(place) < 0.5 ? Way.round(place, trip.kilometres()) : Way.streets(place, goal);
    }

    private void drive(Trip trip, Point goal) {
        Way way = way(trip, goal);
        long seconds = ChronoUnit.SECONDS.between(trip.startedAt(), trip.endedAt());
        Pacing pacing = pacing(trip, way.length(), seconds);
        double before = 0;
        double start = odometer;
        for (long second = DRIVING; second < seconds; second += DRIVING) {
            double driven = pacing.driven(second);
            level.burn((driven - before) / way.length() * trip.kilometres());
            odometer = start + driven * track.odometerTimes;
            int kmh = (int) Math.round((driven - before) / DRIVING * 36_000);
            tell(trip.startedAt().plusSeconds(second), way.at(driven), true, kmh, way.heading(driven));
            before = driven;
        }
        odometer = start + way.length() * track.odometerTimes;
        place = way.end();
    }

    private Pacing pacing(Trip trip, double kilometres, long seconds) {
        Track.Burst burst = track.burst;
        if (burst == null || !burst.trip().equals(trip.startedAt())) {
            return new Pacing(kilometres / seconds, Long.MAX_VALUE, 0);
        }
        double fast = burst.kmh() / 3600;
        return new Pacing((kilometres - fast * BURST) / (seconds - BURST), seconds / 2 / DRIVING * DRIVING, fast);
    }

    /** Kilometres a second, and faster for a while. */
    private record Pacing(double usual, long from, double fast) {
        double driven(long second) {
            long hurried = Math.max(0, Math.min(BURST, second - from));
            return (second - hurried) * usual + hurried * fast;
        }
    }

    private void tell(LocalDateTime at, Point where, boolean ignition, int kmh, int direction) {
        double litres = level.at(at);
        if (track.dark != null && at.isAfter(track.dark.from()) && at.isBefore(track.dark.until())
                || at.isAfter(until)) {
            return;
        }
        told.add(new Sighting(
                track.vehicle.terminalNo(),
                track.vehicle.plate(),
                at.toEpochSecond(ZoneOffset.ofHours(8)),
                (int) Math.round(where.latitude() * 1e6),
                (int) Math.round(where.longitude() * 1e6),
                ignition,
                kmh,
                direction,
                Math.round(odometer * 10),
                (int) Math.round(litres * 10)));
    }
}
