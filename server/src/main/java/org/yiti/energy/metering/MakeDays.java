package org.yiti.energy.metering;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import org.yiti.meters.interval.Consumed;
import org.yiti.meters.interval.Derivation;
import org.yiti.meters.interval.Interval;
import org.yiti.meters.interval.MeterHistory;
import org.yiti.meters.interval.Rates;
import org.yiti.meters.interval.Reading;
import org.yiti.meters.interval.Span;
import org.yiti.meters.interval.Step;
import org.yiti.meters.interval.Touched;

/** Makes the days anew that changes touch, and no others; as wholes, so that a day depends on nothing that was there before. */
final class MakeDays {

    /** Beyond it nothing is spread, so days of such a time need no looking after. */
    private static final long MOST_DAYS = 3660;

    private final MeterFile file;
    private final MeterHistory meter;
    private final Rates rates;

    MakeDays(MeterFile file, MeterHistory meter, Rates rates) {
        this.file = file;
        this.meter = meter;
        this.rates = rates;
    }

    List<DayMade> byReadings(List<Reading> around, List<Reading> changes) {
        return days(
                Touched.byReadings(meter, around, changes, Here.ZONE),
                span -> Derivation.hours(meter, rates, around, span, Here.ZONE));
    }

    List<DayMade> byConsumed(List<Consumed> around, List<Consumed> changes) {
        return days(
                Touched.byConsumed(around, changes, Here.ZONE),
                span -> Derivation.consumedHours(meter, rates, around, span, Here.ZONE));
    }

    /** Everything that is known of the meter. */
    List<DayMade> ofReadings(List<Reading> all) {
        return days(Derivation.hours(meter, rates, all, Here.ZONE));
    }

    List<DayMade> ofConsumed(List<Consumed> all) {
        return days(Derivation.consumedHours(meter, rates, all, Span.ALWAYS, Here.ZONE));
    }

    private interface Hours {
        List<Interval> of(Span span);
    }

    private List<DayMade> days(List<Span> touched, Hours hours) {
        var made = new ArrayList<DayMade>();
        for (var span : Span.joined(touched.stream().map(Here::wholeDays).toList())) {
            var known = new HashMap<Long, DayMade>();
            days(hours.of(span)).forEach(day -> known.put(day.startMillis(), day));
            var days = (span.untilMillis() - span.fromMillis()) / 86_400_000;
            if (days > MOST_DAYS) {
                made.addAll(known.values());
                continue;
            }
            for (var day = span.fromMillis(); day < span.untilMillis(); day = Step.DAY.next(day, Here.ZONE)) {
                made.add(known.getOrDefault(day, new DayMade(file.id(), day, null, List.of())));
            }
        }
        return made;
    }

    private List<DayMade> days(List<Interval> hours) {
        var days = new ArrayList<DayMade>();
        var from = 0;
        for (var whole : Derivation.added(hours, Step.DAY, Here.ZONE)) {
            var to = from;
            while (to < hours.size() && hours.get(to).startMillis() < whole.endMillis()) {
                to++;
            }
            days.add(new DayMade(file.id(), whole.startMillis(), whole, List.copyOf(hours.subList(from, to))));
            from = to;
        }
        return days;
    }
}
