package org.yiti.simulator;

/**
 * The time that devices live in: it begins in the past, runs faster, and never comes before the present.
 *
 * @param from second of the epoch
 * @param speed how many times as fast as the clock
 */
record SimulatedTime(long from, double speed) {

    /**
     * @param elapsed nanoseconds since it began
     * @param present second of the epoch
     */
    long after(long elapsed, long present) {
        return Double.isInfinite(speed) ? present : Math.min(present, from + (long) (elapsed / 1e9 * speed));
    }
}
