package org.yiti.detect;

import java.time.Duration;

/**
 * How late a report may be and still be put in its place without the store: {@code span}, kept as reports with a state
 * before each {@code step}. Steps begin at fixed times and not where the first report happened to be, so that what is kept
 * does not depend on the order of arrival.
 */
public record Window(Duration span, Duration step) {

    public Window {
        if (step.toMillis() <= 0 || span.compareTo(step) < 0) {
            throw new IllegalArgumentException("A window has a step of a millisecond or more, and spans one or more");
        }
    }

    public static Window days(int span, int step) {
        return new Window(Duration.ofDays(span), Duration.ofDays(step));
    }

    /** When the step began that a time is in. */
    long step(long at) {
        return at - Math.floorMod(at, step.toMillis());
    }

    /** Since when everything is kept if that was the last report. */
    long floor(long last) {
        return step(last - span.toMillis());
    }
}
