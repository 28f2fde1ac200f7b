package org.yiti.detect.vehicle;

import java.time.Duration;

/**
 * When a vehicle stands and when it has driven.
 *
 * @param leaves metres from where it stands beyond which it has left: more than a receiver between houses errs
 * @param halts metres within which it stands though its place trembles
 * @param starts km/h at which it has left whatever the place says, and by which a halt is over
 * @param stands how long it must stand for the trip to have ended
 * @param least what counts as a trip: moving a car in a yard does not
 * @param gap without a usable place for longer, what was before and what comes after are not one trip
 */
public record TripSettings(double leaves, double halts, double starts, Stands stands, Least least, Duration gap) {

    /**
     * @param after red lights, barriers and dropping somebody take less
     * @param afterOff the same where the ignition is off and is known to be on while driving
     */
    public record Stands(Duration after, Duration afterOff) {}

    /** A trip is so many metres long, or has for so long been so far away. */
    public record Least(double metres, Duration time, double away) {}

    public static final TripSettings DEFAULTS = new TripSettings(
            100,
            60,
            10,
            new Stands(Duration.ofMinutes(3), Duration.ofMinutes(1)),
            new Least(500, Duration.ofMinutes(3), 200),
            Duration.ofHours(1));
}
