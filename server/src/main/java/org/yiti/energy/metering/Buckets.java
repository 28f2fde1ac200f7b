package org.yiti.energy.metering;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.Period;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.yiti.energy.metering.IntervalQueries.Day;
import org.yiti.energy.metering.IntervalQueries.From;
import org.yiti.energy.metering.IntervalQueries.Point;
import org.yiti.meters.interval.Derivation;
import org.yiti.meters.interval.Interval;
import org.yiti.meters.interval.Mark;
import org.yiti.meters.interval.Step;

/** Days added up to what somebody asks for. */
final class Buckets {

    private Buckets() {}

    /** @param first of the bucket in which a day lies */
    static List<Point> added(List<Day> days, UnaryOperator<LocalDate> first, Period length) {
        var buckets = new TreeMap<LocalDate, List<Day>>();
        for (var day : days) {
            buckets.computeIfAbsent(first.apply(day.day()), bucket -> new ArrayList<>())
                    .add(day);
        }
        return buckets.entrySet().stream()
                .map(bucket -> point(bucket.getKey(), bucket.getKey().plus(length), bucket.getValue()))
                .toList();
    }

    /** Of readings alone, as they were made. */
    static Point of(Interval part) {
        return summed(
                IntervalQueries.moment(part.startMillis()),
                IntervalQueries.moment(part.endMillis()),
                plain(part.amount()),
                List.of(part));
    }

    private static Point point(LocalDate first, LocalDate next, List<Day> days) {
        var amount = days.stream().map(Day::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
        var metered = new ArrayList<Interval>();
        for (var day : days) {
            var known = day.metered();
            if (known != null) {
                metered.add(known);
            }
        }
        var start = first.atStartOfDay().atOffset(Here.ZONE);
        var end = next.atStartOfDay().atOffset(Here.ZONE);
        if (metered.isEmpty()) {
            return new Point(start, end, rounded(amount), null, null, null, null, 0, Set.of(), null);
        }
        return summed(start, end, rounded(amount), metered);
    }

    private static Point summed(OffsetDateTime start, OffsetDateTime end, BigDecimal amount, List<Interval> metered) {
        var whole = metered.size() == 1 ? metered : Derivation.added(metered, Step.MONTH, Here.ZONE);
        var sum = BigDecimal.ZERO;
        var marks = EnumSet.noneOf(Mark.class);
        var covered = 0L;
        for (var part : whole) {
            sum = sum.add(part.amount());
            marks.addAll(part.marks());
            covered += part.coveredMillis();
        }
        var lineage = whole.get(0).lineage();
        var last = whole.get(whole.size() - 1).lineage();
        return new Point(
                start,
                end,
                amount,
                plain(sum),
                total(whole, Mark.NO_TARIFF),
                total(whole, Mark.NO_KGCE),
                total(whole, Mark.NO_CO2),
                (double) covered
                        / (end.toInstant().toEpochMilli() - start.toInstant().toEpochMilli()),
                marks,
                new From(
                        IntervalQueries.moment(lineage.fromMillis()),
                        IntervalQueries.moment(last.untilMillis()),
                        whole.stream()
                                .mapToLong(part -> part.lineage().newest())
                                .max()
                                .orElse(-1),
                        last.tariff(),
                        last.kgce(),
                        last.co2()));
    }

    private static @Nullable BigDecimal total(List<Interval> parts, Mark unless) {
        if (parts.stream().anyMatch(part -> part.is(unless))) {
            return null;
        }
        return plain(BigDecimal.valueOf(
                parts.stream()
                        .mapToLong(part -> switch (unless) {
                            case NO_TARIFF -> part.costMicros();
                            case NO_KGCE -> part.kgceMicros();
                            default -> part.co2Micros();
                        })
                        .sum(),
                6));
    }

    static BigDecimal rounded(BigDecimal amount) {
        return plain(amount.setScale(6, RoundingMode.HALF_UP));
    }

    /** Without noughts at its end, and never with an exponent. */
    static BigDecimal plain(BigDecimal amount) {
        var stripped = amount.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
