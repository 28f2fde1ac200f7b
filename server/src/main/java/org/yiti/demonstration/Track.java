package org.yiti.demonstration;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yiti.demonstration.Fleet.Vehicle;

/** A vehicle whose terminal speaks, and what is odd about what it says: nothing, unless something is set here. */
final class Track {

    /** Nothing is heard in between. */
    record Dark(LocalDateTime from, LocalDateTime until) {}

    /** For a minute, in the middle of the trip that begins then. */
    record Burst(LocalDateTime trip, double kmh) {}

    /** Past its goal and back, so many degrees, on the trip that begins then. */
    record Detour(LocalDateTime trip, double degrees) {}

    final Vehicle vehicle;
    final LocalDate from;
    final Map<LocalDateTime, Double> litres = new HashMap<>();
    final Set<String> unfilled = new HashSet<>();
    double odometerTimes = 1;
    double degreesFromHome;

    @Nullable
    LocalDate awayOn;

    @Nullable
    Dark dark;

    @Nullable
    Burst burst;

    @Nullable
    Detour detour;

    Track(Vehicle vehicle, LocalDate from) {
        this.vehicle = vehicle;
        this.from = from;
    }
}
