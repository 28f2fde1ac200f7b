package org.yiti.meters.interval;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** Cuts what was consumed between two points into hours, or parts of hours, and adds up each; pieces must come in order of time. */
final class PartSums {

    private final RatesInForce rates;
    private final Span span;
    private final long zoneMillis;
    private final Step step;
    private final long length;
    private final List<Interval> parts = new ArrayList<>();

    private boolean open;
    private long start;
    private long nanos;
    private long covered;
    private int bits;
    private long from;
    private long until;
    private long newest;

    PartSums(Step step, Rates rates, Span span, ZoneOffset zone) {
        this.step = step;
        this.length = step.next(0, zone) - step.start(0, zone);
        this.rates = new RatesInForce(rates);
        this.span = span;
        this.zoneMillis = zone.getTotalSeconds() * 1000L;
    }

    /**
     * A piece of time.
     *
     * @param counts whether what was consumed in it is known
     * @param counted up to where earlier pieces have said everything already
     */
    void piece(Point first, Point last, long total, boolean counts, int marks, long counted) {
        var begin = first.atMillis();
        var end = last.atMillis();
        var at = Math.max(begin, Math.max(counted, span.fromMillis()));
        var before = at >= end ? 0 : Fixed.share(total, at - begin, end - begin);
        while (at < end && at < span.untilMillis()) {
            var next = Math.min(end, next(at));
            var after = next == end ? total : Fixed.share(total, next - begin, end - begin);
            enter(at, first);
            nanos = Fixed.sum(nanos, after - before);
            covered += counts ? next - at : 0;
            bits |= marks | (at != begin || next != end ? Mark.INTERPOLATED.bit() : 0);
            until = Math.max(until, end);
            newest = Math.max(newest, Math.max(first.received(), last.received()));
            before = after;
            at = next;
        }
    }

    List<Interval> close() {
        leave();
        return parts;
    }

    private void enter(long at, Point first) {
        var starts = next(at) - length;
        if (open && start == starts) {
            return;
        }
        leave();
        open = true;
        start = starts;
        nanos = 0;
        covered = 0;
        bits = 0;
        from = first.atMillis();
        until = Long.MIN_VALUE;
        newest = -1;
    }

    private void leave() {
        if (!open) {
            return;
        }
        open = false;
        var tariff = rates.tariff(start);
        var kgce = rates.kgce(start);
        var co2 = rates.co2(start);
        var marks = bits
                | (covered < length ? Mark.PARTIAL.bit() : 0)
                | (tariff == null ? Mark.NO_TARIFF.bit() : 0)
                | (kgce == null ? Mark.NO_KGCE.bit() : 0)
                | (co2 == null ? Mark.NO_CO2.bit() : 0);
        parts.add(new Interval(
                step,
                start,
                start + length,
                nanos,
                tariff == null ? 0 : Fixed.priced(nanos, tariff.microsPerUnit().get(hourOfDay())),
                kgce == null ? 0 : Fixed.priced(nanos, kgce.microsPerUnit()),
                co2 == null ? 0 : Fixed.priced(nanos, co2.microsPerUnit()),
                covered,
                marks,
                new Lineage(
                        from,
                        until,
                        newest,
                        tariff == null ? Lineage.NONE : tariff.id(),
                        kgce == null ? Lineage.NONE : kgce.id(),
                        co2 == null ? Lineage.NONE : co2.id())));
    }

    private int hourOfDay() {
        return (int) (Math.floorMod(start + zoneMillis, Step.DAY_MILLIS) / Step.HOUR_MILLIS);
    }

    private long next(long at) {
        return Math.floorDiv(at + zoneMillis, length) * length + length - zoneMillis;
    }
}
