package org.yiti.meters.interval;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToLongFunction;

/** Which hours a change makes different, and no others. */
public final class Touched {

    private Touched() {}

    /**
     * By readings that have come: late, corrected, withdrawn or plainly new.
     *
     * @param around what is kept of the meter, the changes included; at least from the last reading that counts before the
     *     first change to the first that counts after the last one
     */
    public static List<Span> byReadings(
            MeterHistory meter, List<Reading> around, List<Reading> changes, ZoneOffset zone) {
        var points = Effective.of(around);
        var sameTime = sameTime(around, changes);
        var spans = new ArrayList<Span>();
        for (var change : changes) {
            if (!isSaidAgain(change, sameTime.getOrDefault(change.atMillis(), List.of()))) {
                meter.at(change.atMillis())
                        .ifPresent(installation -> spans.add(span(installation, points, change.atMillis(), zone)));
            }
        }
        return Span.joined(spans);
    }

    private static Map<Long, List<Reading>> sameTime(List<Reading> around, List<Reading> changes) {
        var byTime = new HashMap<Long, List<Reading>>();
        changes.forEach(change -> byTime.put(change.atMillis(), new ArrayList<>()));
        for (var kept : around) {
            var same = byTime.get(kept.atMillis());
            if (same != null) {
                same.add(kept);
            }
        }
        return byTime;
    }

    private static boolean isSaidAgain(Reading change, List<Reading> sameTime) {
        return sameTime.stream().anyMatch(kept -> kept.says(change) && kept.received() < change.received());
    }

    private static Span span(Installation installation, List<Point> points, long at, ZoneOffset zone) {
        var next = firstNotBefore(points, at);
        var before = next == 0 ? Long.MIN_VALUE : points.get(next - 1).atMillis();
        while (next < points.size() && points.get(next).atMillis() == at) {
            next++;
        }
        var after = next == points.size() ? Long.MAX_VALUE : points.get(next).atMillis();
        var from = before >= installation.fromMillis()
                ? before
                : installation.startRegister() == null ? at : installation.fromMillis();
        var until = after < installation.untilMillis()
                ? after
                : installation.endRegister() == null ? at : installation.untilMillis();
        return new Span(
                Step.HOUR.start(from == Installation.EVER ? at : from, zone),
                Step.HOUR.ceil(until == Installation.OPEN ? at : until, zone));
    }

    /**
     * By consumption that a device has told.
     *
     * @param around what is kept of the meter, the changes included; at least all that overlaps them, and what overlaps that
     */
    public static List<Span> byConsumed(List<Consumed> around, List<Consumed> changes, ZoneOffset zone) {
        var chains = new TreeMap<Long, Long>();
        around.stream().sorted(Comparator.comparingLong(Consumed::fromMillis)).forEach(said -> {
            var last = chains.lastEntry();
            if (last != null && said.fromMillis() < last.getValue()) {
                chains.put(last.getKey(), Math.max(last.getValue(), said.untilMillis()));
            } else {
                chains.put(said.fromMillis(), said.untilMillis());
            }
        });
        var spans = new ArrayList<Span>();
        for (var change : changes) {
            var chain = chains.floorEntry(change.fromMillis());
            if (chain != null) {
                spans.add(new Span(Step.HOUR.start(chain.getKey(), zone), Step.HOUR.ceil(chain.getValue(), zone)));
            }
        }
        return Span.joined(spans);
    }

    static int firstNotBefore(List<Point> points, long at) {
        var low = 0;
        var high = points.size();
        while (low < high) {
            var middle = (low + high) >>> 1;
            if (points.get(middle).atMillis() < at) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /**
     * By a change of the meter's history: a replacement entered late, a ratio put right.
     *
     * @param around what is kept of the meter, from the last reading that counts before the first change of the history on
     */
    public static List<Span> byHistory(MeterHistory before, MeterHistory after, List<Reading> around, ZoneOffset zone) {
        return new HistoryChange(before, after, Effective.of(around), zone).spans();
    }

    /** By new tariffs or factors: from the first that differs on. */
    public static List<Span> byRates(Rates before, Rates after) {
        var from = Math.min(
                Math.min(
                        firstDifference(before.tariffs(), after.tariffs(), Rates.Tariff::fromMillis),
                        firstDifference(before.kgce(), after.kgce(), Rates.Factor::fromMillis)),
                firstDifference(before.co2(), after.co2(), Rates.Factor::fromMillis));
        return from == Long.MAX_VALUE ? List.of() : List.of(new Span(from, Long.MAX_VALUE));
    }

    private static <T> long firstDifference(List<T> before, List<T> after, ToLongFunction<T> from) {
        for (var i = 0; i < Math.max(before.size(), after.size()); i++) {
            if (i >= before.size() || i >= after.size() || !before.get(i).equals(after.get(i))) {
                var one = i < before.size() ? from.applyAsLong(before.get(i)) : Long.MAX_VALUE;
                var other = i < after.size() ? from.applyAsLong(after.get(i)) : Long.MAX_VALUE;
                return Math.min(one, other);
            }
        }
        return Long.MAX_VALUE;
    }
}
