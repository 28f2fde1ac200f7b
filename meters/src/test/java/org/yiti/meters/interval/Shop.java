package org.yiti.meters.interval;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A store as a server would have one: readings kept raw, hours kept by their start, and only what is touched made anew. */
final class Shop {

    static final ZoneOffset CHINA = ZoneOffset.ofHours(8);

    private final MeterHistory meter;
    private final Rates rates;
    private final TreeMap<Long, List<Reading>> raw = new TreeMap<>();
    final TreeMap<Long, Interval> hours = new TreeMap<>();
    long recomputed;

    Shop(MeterHistory meter, Rates rates) {
        this.meter = meter;
        this.rates = rates;
        // A meter that was put in and taken out says something before anybody has read it.
        full().forEach(hour -> hours.put(hour.startMillis(), hour));
    }

    void take(List<Reading> batch) {
        for (var reading : batch) {
            raw.computeIfAbsent(reading.atMillis(), at -> new ArrayList<>()).add(reading);
        }
        for (var span : Touched.byReadings(meter, all(), batch, CHINA)) {
            replace(span, Derivation.hours(meter, rates, needed(span), span, CHINA));
        }
    }

    private void replace(Span span, List<Interval> derived) {
        hours.subMap(span.fromMillis(), span.untilMillis()).clear();
        for (var hour : derived) {
            hours.put(hour.startMillis(), hour);
            recomputed++;
        }
    }

    /** What a statement would fetch: from the last that counts at or before the span to the first at or after it. */
    private List<Reading> needed(Span span) {
        var counting = new TreeMap<Long, Point>(
                Effective.of(all()).stream().collect(Collectors.toMap(Point::atMillis, point -> point)));
        var from = counting.floorKey(span.fromMillis());
        var until = counting.ceilingKey(span.untilMillis());
        return flat(
                raw.subMap(from == null ? span.fromMillis() : from, true, until == null ? Long.MAX_VALUE : until, true)
                        .values());
    }

    List<Reading> all() {
        return flat(raw.values());
    }

    private static List<Reading> flat(Collection<List<Reading>> groups) {
        return groups.stream().flatMap(List::stream).toList();
    }

    List<Interval> full() {
        return Derivation.hours(meter, rates, all(), CHINA);
    }

    List<Interval> kept() {
        return List.copyOf(hours.values());
    }

    static Map<Long, Interval> byStart(List<Interval> intervals) {
        var map = new TreeMap<Long, Interval>();
        intervals.forEach(interval -> map.put(interval.startMillis(), interval));
        return map;
    }
}
