package org.yiti.meters.interval;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Where two histories of one meter make different hours of the same readings. */
record HistoryChange(MeterHistory before, MeterHistory after, List<Point> points, ZoneOffset zone) {

    List<Span> spans() {
        if (before.decimals() != after.decimals()
                || before.longestMillis() != after.longestMillis()
                || !Objects.equals(before.mostPerHour(), after.mostPerHour())) {
            return List.of(Span.ALWAYS);
        }
        var cuts = new TreeSet<Long>();
        Stream.concat(before.installations().stream(), after.installations().stream())
                .forEach(installation -> {
                    cuts.add(installation.fromMillis());
                    cuts.add(installation.untilMillis());
                });
        var spans = new ArrayList<Span>();
        for (var cut : cuts) {
            if (!ends(before, cut).equals(ends(after, cut))) {
                spans.add(hours(pointBefore(cut, cuts), pointAfter(cut, cuts)));
            }
            var next = cuts.higher(cut);
            if (next != null && !counts(before, cut).equals(counts(after, cut))) {
                // A piece begun before the cut or ended after it is told by the cut itself.
                spans.add(hours(cut, next));
            }
        }
        return Span.joined(spans);
    }

    /** What the history says of this very moment: what ended there, and what began. */
    private static List<Optional<?>> ends(MeterHistory history, long cut) {
        var ended = history.installations().stream()
                .filter(installation -> installation.untilMillis() == cut)
                .findFirst();
        var begun = history.installations().stream()
                .filter(installation -> installation.fromMillis() == cut)
                .findFirst();
        return List.of(
                ended.map(Installation::untilMillis),
                ended.map(Installation::endRegister),
                begun.map(Installation::fromMillis),
                begun.map(Installation::startRegister),
                begun.map(Installation::beginning));
    }

    /** How steps of the register count from this moment on. */
    private static Optional<List<Long>> counts(MeterHistory history, long cut) {
        return history.at(cut)
                .map(installation -> List.of((long) installation.digits(), installation.ratioThousandths()));
    }

    private long pointBefore(long cut, TreeSet<Long> cuts) {
        var index = Touched.firstNotBefore(points, cut);
        if (index > 0) {
            return points.get(index - 1).atMillis();
        }
        var earlier = cuts.lower(cut);
        return earlier == null || earlier == Installation.EVER ? cut : earlier;
    }

    private long pointAfter(long cut, TreeSet<Long> cuts) {
        var index = Touched.firstNotBefore(points, cut);
        while (index < points.size() && points.get(index).atMillis() == cut) {
            index++;
        }
        if (index < points.size()) {
            return points.get(index).atMillis();
        }
        var later = cuts.higher(cut);
        return later == null || later == Installation.OPEN ? cut : later;
    }

    /** Whole hours, within what the readings reach. */
    private Span hours(long from, long until) {
        var first = from == Installation.EVER ? firstPoint() : from;
        var last = until == Installation.OPEN ? lastPoint() : until;
        return first >= last || first == Installation.OPEN || last == Installation.EVER
                ? new Span(0, 0)
                : new Span(Step.HOUR.start(first, zone), Step.HOUR.ceil(last, zone));
    }

    private long firstPoint() {
        return points.isEmpty() ? Installation.OPEN : points.get(0).atMillis();
    }

    private long lastPoint() {
        return points.isEmpty()
                ? Installation.EVER
                : points.get(points.size() - 1).atMillis();
    }
}
