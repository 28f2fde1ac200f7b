package org.yiti.detect.meter;

import java.util.Locale;

/** What a reading is compared in with everything remembered. */
enum Context {
    /** By itself. */
    VALUE,
    /** Its difference from the one before. */
    JUMP,
    /** The mean of the last readings: many that are a little too high show before one is. */
    LEVEL,
    /** Their standard deviation: what has become restless, or dead. */
    SPREAD,
    /** Its difference from the nearest of the same time of day in the last week. */
    TIME_OF_DAY,
    /** It lies within its range, but where none did before. */
    UNVISITED;

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
