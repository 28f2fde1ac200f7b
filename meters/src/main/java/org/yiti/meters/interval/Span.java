package org.yiti.meters.interval;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Whole hours, from the first millisecond up to, and without, the last. */
public record Span(long fromMillis, long untilMillis) {

    public static final Span ALWAYS = new Span(Long.MIN_VALUE, Long.MAX_VALUE);

    public boolean isEmpty() {
        return fromMillis >= untilMillis;
    }

    public boolean covers(Interval interval) {
        return fromMillis <= interval.startMillis() && interval.endMillis() <= untilMillis;
    }

    /** In order, joined where they touch, without the empty ones. */
    public static List<Span> joined(List<Span> spans) {
        var joined = new ArrayList<Span>();
        var sorted = spans.stream()
                .filter(span -> !span.isEmpty())
                .sorted(Comparator.comparing(Span::fromMillis).thenComparing(Span::untilMillis))
                .toList();
        for (var span : sorted) {
            var last = joined.isEmpty() ? null : joined.get(joined.size() - 1);
            if (last != null && span.fromMillis <= last.untilMillis) {
                joined.set(joined.size() - 1, new Span(last.fromMillis, Math.max(last.untilMillis, span.untilMillis)));
            } else {
                joined.add(span);
            }
        }
        return joined;
    }
}
