package org.yiti.meters.interval;

import static org.yiti.meters.MeterRefusal.REGISTER_TOO_LARGE;

import java.util.Map;
import org.yiti.meters.MeterRefused;
import org.yiti.meters.interval.Reading.Status;

/**
 * What a device says was consumed between two moments, where it shows no register; kept for ever. Another figure for the
 * same two moments is a correction, as with a {@link Reading}.
 *
 * @param steps in the meter's smallest step, before its ratio
 */
public record Consumed(long fromMillis, long untilMillis, long steps, long received, Status status) {

    /** The same bounds as of a reading: nobody measures ten years at once. */
    private static final long MOST_MILLIS = 10_000_000_000_000L;

    private static final long MOST_STEPS = 1_000_000_000_000_000L;

    public Consumed {
        if (fromMillis >= untilMillis
                || fromMillis < -MOST_MILLIS
                || untilMillis > MOST_MILLIS
                || untilMillis - fromMillis > Pieces.MOST_MILLIS
                || steps < 0
                || steps > MOST_STEPS
                || received < 0) {
            throw new MeterRefused(REGISTER_TOO_LARGE, Map.of("register", steps));
        }
    }

    boolean overlaps(long from, long until) {
        return fromMillis < until && from < untilMillis;
    }
}
