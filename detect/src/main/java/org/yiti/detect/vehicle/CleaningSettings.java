package org.yiti.detect.vehicle;

import java.time.Duration;
import java.time.Instant;

/**
 * When a position is not believed.
 *
 * @param earliest no clock before it is right: terminals that have lost the time say 1980 or 2000, and after a roll-over of
 *     the week count twenty years ago
 * @param ahead how far a clock may be ahead of ours; satellites keep it within a second, so minutes are ours to forgive
 * @param fastest km/h between two places beyond which one of them is wrong: faster than any car of an office is driven
 * @param error metres by which a good place may be wrong, added to what was driven
 * @param believed how many places in a row, each reachable from the one before, outvote the last good one
 * @param gap without a usable place for longer, the way between is not known: it is measured straight and told apart
 */
public record CleaningSettings(
        Instant earliest, Duration ahead, double fastest, double error, int believed, Duration gap) {

    public static final CleaningSettings DEFAULTS = new CleaningSettings(
            Instant.parse("2005-01-01T00:00:00Z"), Duration.ofMinutes(10), 180, 100, 3, Duration.ofMinutes(5));

    boolean clockIsCredible(Position position) {
        return !behind(position) && position.at() <= position.received() + ahead.toMillis();
    }

    boolean behind(Position position) {
        return position.at() < earliest.toEpochMilli();
    }
}
