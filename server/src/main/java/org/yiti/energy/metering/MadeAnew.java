package org.yiti.energy.metering;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import org.yiti.energy.source.Failing;
import org.yiti.meters.MeterRefused;
import org.yiti.meters.interval.Consumed;
import org.yiti.meters.interval.Derivation;
import org.yiti.meters.interval.Interval;
import org.yiti.meters.interval.MeterHistory;
import org.yiti.meters.interval.Reading;
import org.yiti.meters.interval.Span;
import org.yiti.meters.interval.Step;

/** The days that follow from what is kept of meters. */
@Component
class MadeAnew {

    /** Before and after everything that a reading can say of its time. */
    private static final long EVER_MILLIS = 9_000_000_000_000L;

    /** @param failures why of a meter none could be made, in the words of the library */
    record Made(List<DayMade> days, Map<UUID, String> failures) {}

    /** What has come of a meter, received numbers and all. */
    record Changes(MeterFile meter, boolean intervals, List<RawReadings.Arrived> arrived) {}

    private final Around around;
    private final RatesInBooks books;

    MadeAnew(Around around, RatesInBooks books) {
        this.around = around;
        this.books = books;
    }

    Made by(Collection<Changes> changes) {
        var registers = new ArrayList<Around.Reach>();
        var intervals = new ArrayList<Around.Reach>();
        for (var change : changes) {
            (change.intervals() ? intervals : registers).add(reach(change));
        }
        var shown = around.registers(registers);
        var consumed = around.consumed(intervals);
        var rates = books.ask();
        var made = new Made(new ArrayList<>(), new HashMap<>());
        for (var change : changes) {
            var file = change.meter();
            make(made, file, meter -> {
                var days = new MakeDays(file, meter, rates.of(file));
                return change.intervals()
                        ? days.byConsumed(consumed.getOrDefault(file.number(), List.of()), consumed(change, meter))
                        : days.byReadings(shown.getOrDefault(file.number(), List.of()), readings(change, meter));
            });
        }
        return made;
    }

    /** Everything that is known of them. */
    Made whole(Collection<MeterFile> meters, Map<UUID, Boolean> intervals) {
        var byKind = new HashMap<Boolean, List<Around.Reach>>();
        for (var meter : meters) {
            byKind.computeIfAbsent(intervals.getOrDefault(meter.id(), false), kind -> new ArrayList<>())
                    .add(new Around.Reach(meter, -EVER_MILLIS, EVER_MILLIS));
        }
        var shown = around.registers(byKind.getOrDefault(false, List.of()));
        var consumed = around.consumed(byKind.getOrDefault(true, List.of()));
        var rates = books.ask();
        var made = new Made(new ArrayList<>(), new HashMap<>());
        for (var file : meters) {
            make(made, file, meter -> {
                var days = new MakeDays(file, meter, rates.of(file));
                return intervals.getOrDefault(file.id(), false)
                        ? days.ofConsumed(consumed.getOrDefault(file.number(), List.of()))
                        : days.ofReadings(shown.getOrDefault(file.number(), List.of()));
            });
        }
        return made;
    }

    /** Finer than hours: not kept, but made of what is kept when somebody asks. @throws MeterRefused when nothing can be */
    List<Interval> parts(Step step, MeterFile file, boolean intervals, Span span) {
        var meter = file.history();
        if (meter == null) {
            return List.of();
        }
        var reach = List.of(new Around.Reach(file, span.fromMillis(), span.untilMillis()));
        var rates = books.ask().of(file);
        return intervals
                ? Derivation.consumedParts(
                        step,
                        meter,
                        rates,
                        around.consumed(reach).getOrDefault(file.number(), List.of()),
                        span,
                        Here.ZONE)
                : Derivation.parts(
                        step,
                        meter,
                        rates,
                        around.registers(reach).getOrDefault(file.number(), List.of()),
                        span,
                        Here.ZONE);
    }

    private static void make(Made made, MeterFile file, Function<MeterHistory, List<DayMade>> days) {
        if (file.history() == null) {
            made.failures().put(file.id(), String.valueOf(file.fault()));
            return;
        }
        try {
            made.days().addAll(days.apply(file.history()));
        } catch (MeterRefused refused) {
            made.failures().put(file.id(), Failing.kept(Failing.of(refused)));
        }
    }

    private static Around.Reach reach(Changes change) {
        var first = Long.MAX_VALUE;
        var last = Long.MIN_VALUE;
        for (var arrived : change.arrived()) {
            var told = arrived.told();
            var since = told.since() == null ? told.at() : told.since();
            first = Math.min(first, since.toEpochMilli());
            last = Math.max(last, told.at().toEpochMilli());
        }
        return new Around.Reach(change.meter(), first, last);
    }

    private static List<Reading> readings(Changes change, MeterHistory meter) {
        return change.arrived().stream()
                .map(one -> new Reading(
                        one.told().at().toEpochMilli(),
                        meter.register(one.told().value(), one.told().at().toEpochMilli()),
                        one.received(),
                        one.told().quality()))
                .toList();
    }

    private static List<Consumed> consumed(Changes change, MeterHistory meter) {
        return change.arrived().stream()
                .map(one -> new Consumed(
                        Objects.requireNonNull(one.told().since()).toEpochMilli(),
                        one.told().at().toEpochMilli(),
                        meter.register(one.told().value(), one.told().at().toEpochMilli()),
                        one.received(),
                        one.told().quality()))
                .toList();
    }
}
