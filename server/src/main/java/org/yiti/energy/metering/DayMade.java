package org.yiti.energy.metering;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yiti.meters.interval.Interval;

/**
 * A day of a meter as its readings make it.
 *
 * @param whole null where nothing is known of the day any more
 * @param hours of the day that are known, in order
 */
record DayMade(UUID meter, long startMillis, @Nullable Interval whole, List<Interval> hours) {}
