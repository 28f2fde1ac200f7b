package org.yiti.detect.meter;

/**
 * What a meter used in the interval that begins then, in whatever unit it counts; NaN where the gateway says that it knows
 * nothing. Of several of one time the one with the highest revision counts: a correction has a higher one.
 */
public record Reading(long at, double value, int revision) {

    public Reading(long at, double value) {
        this(at, value, 0);
    }

    boolean missing() {
        return Double.isNaN(value);
    }
}
