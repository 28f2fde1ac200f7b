package org.yiti.meters.interval;

import static org.yiti.meters.MeterRefusal.READINGS_UNSORTED;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.yiti.meters.MeterRefused;

/** From what the register showed to what was consumed. */
public final class Derivation {

    private Derivation() {}

    /** All hours of which anything is known. */
    public static List<Interval> hours(MeterHistory meter, Rates rates, List<Reading> raw, ZoneOffset zone) {
        return hours(meter, rates, raw, Span.ALWAYS, zone);
    }

    /**
     * The hours of a span. What lies outside of it makes no difference but for the last reading that counts at or before
     * its beginning and the first at or after its end: those and all between are what must be given, in any order.
     */
    public static List<Interval> hours(MeterHistory meter, Rates rates, List<Reading> raw, Span span, ZoneOffset zone) {
        return parts(Step.HOUR, meter, rates, raw, span, zone);
    }

    /** As hours are made, but as fine as asked for. @param step an hour or less: nothing is priced over more */
    public static List<Interval> parts(
            Step step, MeterHistory meter, Rates rates, List<Reading> raw, Span span, ZoneOffset zone) {
        rates.requireUnit(meter);
        var sums = new PartSums(step, rates, span, zone);
        new Pieces(meter, sums).of(Effective.of(raw));
        return sums.close();
    }

    /**
     * The hours of a span, of a device that says what was consumed instead of what a register shows. All that overlaps the
     * span must be given, and all that overlaps that, in any order.
     */
    public static List<Interval> consumedHours(
            MeterHistory meter, Rates rates, List<Consumed> raw, Span span, ZoneOffset zone) {
        return consumedParts(Step.HOUR, meter, rates, raw, span, zone);
    }

    /** As hours are made, but as fine as asked for. @param step an hour or less */
    public static List<Interval> consumedParts(
            Step step, MeterHistory meter, Rates rates, List<Consumed> raw, Span span, ZoneOffset zone) {
        rates.requireUnit(meter);
        var sums = new PartSums(step, rates, span, zone);
        new ConsumedPieces(meter, sums).of(raw);
        return sums.close();
    }

    /** Hours to days, or days to months; they must be in order of time. */
    public static List<Interval> added(List<Interval> smaller, Step step, ZoneOffset zone) {
        var added = new ArrayList<Interval>();
        var from = 0;
        while (from < smaller.size()) {
            var end = step.next(smaller.get(from).startMillis(), zone);
            var to = from + 1;
            while (to < smaller.size() && smaller.get(to).startMillis() < end) {
                if (smaller.get(to).startMillis() < smaller.get(to - 1).endMillis()) {
                    throw new MeterRefused(READINGS_UNSORTED);
                }
                to++;
            }
            added.add(sum(smaller.subList(from, to), step, zone));
            from = to;
        }
        return added;
    }

    private static Interval sum(List<Interval> parts, Step step, ZoneOffset zone) {
        var first = parts.get(0);
        var start = step.start(first.startMillis(), zone);
        var end = step.next(first.startMillis(), zone);
        var nanos = 0L;
        var cost = 0L;
        var kgce = 0L;
        var co2 = 0L;
        var covered = 0L;
        var bits = 0;
        var lineage = first.lineage();
        for (var part : parts) {
            nanos = Fixed.sum(nanos, part.nanos());
            cost = Fixed.sum(cost, part.costMicros());
            kgce = Fixed.sum(kgce, part.kgceMicros());
            co2 = Fixed.sum(co2, part.co2Micros());
            covered += part.coveredMillis();
            bits |= part.markBits();
            lineage = lineage.and(part.lineage());
        }
        // Only its own two ends make a sum interpolated, not the hours within it.
        var within = bits & ~Mark.INTERPOLATED.bit() & ~Mark.PARTIAL.bit();
        var ends = (first.markBits() | parts.get(parts.size() - 1).markBits()) & Mark.INTERPOLATED.bit();
        var partial = covered < end - start ? Mark.PARTIAL.bit() : 0;
        return new Interval(step, start, end, nanos, cost, kgce, co2, covered, within | ends | partial, lineage);
    }
}
