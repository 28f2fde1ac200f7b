package org.yiti.meters.interval;

import static org.yiti.meters.MeterRefusal.INTERVALS_DIFFER;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.yiti.meters.MeterRefused;

/**
 * What to write after hours (or days, or months) of a span were derived anew: open intervals are put in the place of the
 * ones before, closed ones get a correction and stay.
 *
 * @param replaced to be stored in place of the interval of the same start
 * @param removed starts of open intervals of which nothing is known any more
 */
public record Settlement(List<Interval> replaced, List<Long> removed, List<Correction> corrections) {

    /**
     * @param booked what is stored in the span
     * @param earlier corrections stored in the span
     * @param derived all that is known of the span now
     * @param closedBeforeMillis what begins before is closed
     */
    public static Settlement of(
            Collection<Interval> booked,
            Collection<Correction> earlier,
            Collection<Interval> derived,
            long closedBeforeMillis) {
        var known = new TreeMap<Long, Known>();
        booked.forEach(interval -> known.put(interval.startMillis(), new Known(interval, 0)));
        earlier.stream()
                .sorted(Comparator.comparingInt(Correction::number))
                .forEach(correction -> known.put(
                        correction.after().startMillis(), new Known(correction.after(), correction.number())));
        var now = new TreeMap<Long, Interval>();
        derived.forEach(interval -> now.put(interval.startMillis(), interval));
        return of(known, now, closedBeforeMillis);
    }

    private static Settlement of(Map<Long, Known> known, Map<Long, Interval> now, long closedBefore) {
        var settlement = new Settlement(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        var starts = new TreeSet<>(known.keySet());
        starts.addAll(now.keySet());
        for (var start : starts) {
            settlement.settle(known.get(start), now.get(start), start < closedBefore);
        }
        return settlement;
    }

    private void settle(@Nullable Known known, @Nullable Interval now, boolean closed) {
        var before = known == null ? null : known.interval();
        if (before != null && before.equals(now)) {
            return;
        }
        if (!closed) {
            if (now != null) {
                replaced.add(now);
            } else if (before != null) {
                removed.add(before.startMillis());
            }
            return;
        }
        var corrected = new Correction(
                known == null ? 1 : known.number() + 1,
                before == null ? nothing(now) : before,
                now == null ? nothing(before) : now);
        if (corrected.before().step() != corrected.after().step()) {
            throw new MeterRefused(INTERVALS_DIFFER);
        }
        if (!corrected.before().equals(corrected.after())) {
            corrections.add(corrected);
        }
    }

    private static Interval nothing(@Nullable Interval like) {
        if (like == null) {
            throw new IllegalStateException("Neither before nor now");
        }
        return Interval.unknown(like.step(), like.startMillis(), like.endMillis());
    }

    private record Known(Interval interval, int number) {}
}
