package org.yiti.meters.interval;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import org.yiti.meters.interval.Reading.Status;

/** Consumption as devices say it, in order of time; of two that overlap the later begins where the earlier ends. */
final class ConsumedPieces {

    private static final Comparator<Consumed> BY_TIME =
            Comparator.comparingLong(Consumed::fromMillis).thenComparingLong(Consumed::untilMillis);
    private static final Comparator<Consumed> BY_TIME_AND_ARRIVAL = BY_TIME.thenComparingLong(Consumed::received);

    private final MeterHistory meter;
    private final PartSums sums;

    ConsumedPieces(MeterHistory meter, PartSums sums) {
        this.meter = meter;
        this.sums = sums;
    }

    void of(List<Consumed> raw) {
        var counted = Long.MIN_VALUE;
        for (var said : groups(raw)) {
            var counts = counting(said);
            var installation = meter.at(counts.fromMillis());
            if (counts.status() != Status.WITHDRAWN && installation.isPresent() && counts.untilMillis() > counted) {
                piece(counts, installation.get(), counted, said.size() > 1);
                counted = counts.untilMillis();
            }
        }
    }

    private void piece(Consumed said, Installation installation, long counted, boolean corrected) {
        var length = said.untilMillis() - said.fromMillis();
        var nanosPerStep = meter.nanosPerStep(installation);
        var marks = (said.status() == Status.SUSPECT ? Mark.SUSPECT_READING.bit() : 0)
                | (said.status() == Status.ESTIMATED ? Mark.ESTIMATED_READING.bit() : 0)
                | (corrected ? Mark.CORRECTED_READING.bit() : 0)
                | (length > meter.longestMillis() ? Mark.IN_GAP.bit() : 0)
                | (counted > said.fromMillis() ? Mark.OVERLAPPING.bit() : 0);
        var countable = said.steps() <= Pieces.MOST_NANOS / nanosPerStep;
        if (!countable || said.steps() > meter.mostPlausibleSteps(length, nanosPerStep)) {
            marks |= Mark.IMPLAUSIBLE.bit();
        }
        sums.piece(
                new Point(said.fromMillis(), 0, said.received(), 0),
                new Point(said.untilMillis(), 0, said.received(), 0),
                countable ? said.steps() * nanosPerStep : 0,
                countable,
                marks,
                counted);
    }

    /** Of the same two moments, in order of arrival, each figure once. */
    private static List<List<Consumed>> groups(List<Consumed> raw) {
        var groups = new ArrayList<List<Consumed>>();
        var seen = new HashSet<Said>();
        Consumed last = null;
        for (var said : raw.stream().sorted(BY_TIME_AND_ARRIVAL).toList()) {
            if (last == null || BY_TIME.compare(last, said) != 0) {
                groups.add(new ArrayList<>());
                seen.clear();
            }
            if (seen.add(new Said(said.steps(), said.status()))) {
                groups.get(groups.size() - 1).add(said);
            }
            last = said;
        }
        return groups;
    }

    private static Consumed counting(List<Consumed> said) {
        return said.get(said.size() - 1);
    }

    private record Said(long steps, Status status) {}
}
