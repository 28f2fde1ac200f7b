package org.yiti.detect;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Something that was so from {@code start} to {@code end}, of the one device whose timeline tells it. Times are in
 * milliseconds since 1970.
 *
 * @param kind what it is, {@code meter.gap}
 * @param about which of those that may begin at one time (a fence, a limit); empty where there is only one
 * @param known time of the report that settled it, or as of which it is open: whoever recomputes from a time on replaces
 *     the facts known since
 * @param settled whether it has ended; an open fact is replaced by the settled one of its identity, or withdrawn
 * @param figures what explains it in plain words: numbers, texts, lists of numbers, by name with unit
 */
public record Fact(
        String kind,
        String about,
        long start,
        long end,
        long known,
        boolean settled,
        SortedMap<String, Object> figures) {

    /** Of one device. With its key and this a store can insert or replace. */
    public record Id(String kind, String about, long start) implements Comparable<Id> {

        @Override
        public int compareTo(Id other) {
            var by = Long.compare(start, other.start);
            by = by != 0 ? by : kind.compareTo(other.kind);
            return by != 0 ? by : about.compareTo(other.about);
        }
    }

    public Fact {
        var copy = new TreeMap<String, Object>();
        figures.forEach((name, value) -> copy.put(name, plain(value)));
        figures = Collections.unmodifiableSortedMap(copy);
    }

    public static Fact settled(String kind, String about, long start, long end, long known, Map<String, ?> figures) {
        return new Fact(kind, about, start, end, known, true, new TreeMap<>(figures));
    }

    public static Fact open(String kind, String about, long start, long asOf, Map<String, ?> figures) {
        return new Fact(kind, about, start, asOf, asOf, false, new TreeMap<>(figures));
    }

    public Id id() {
        return new Id(kind, about, start);
    }

    /** NaN where there is no such figure. */
    public double number(String figure) {
        return figures.get(figure) instanceof Number number ? number.doubleValue() : Double.NaN;
    }

    public void write(ByteSink to) {
        to.text(kind).text(about).integer(start).integer(end).integer(known).flag(settled);
        to.integer(figures.size());
        figures.forEach((name, value) -> {
            to.text(name);
            if (value instanceof Long number) {
                to.octet(0).integer(number);
            } else if (value instanceof Double number) {
                to.octet(1).real(number);
            } else if (value instanceof List<?> numbers) {
                to.octet(3).integer(numbers.size());
                numbers.forEach(number -> to.real((Double) number));
            } else {
                to.octet(2).text(value.toString());
            }
        });
    }

    public static Fact read(ByteSource from) {
        var kind = from.text();
        var about = from.text();
        var start = from.integer();
        var end = from.integer();
        var known = from.integer();
        var settled = from.flag();
        var figures = new TreeMap<String, Object>();
        for (var left = from.size(); left > 0; left--) {
            figures.put(from.text(), figure(from));
        }
        return new Fact(kind, about, start, end, known, settled, figures);
    }

    private static Object figure(ByteSource from) {
        return switch (from.octet()) {
            case 0 -> from.integer();
            case 1 -> from.real();
            case 2 -> from.text();
            case 3 -> {
                var numbers = new ArrayList<Double>();
                for (var left = from.size(); left > 0; left--) {
                    numbers.add(from.real());
                }
                yield numbers;
            }
            default -> throw new StateRefused(Refusal.BYTES_DAMAGED, "no such figure");
        };
    }

    private static Object plain(Object value) {
        if (value instanceof Integer number) {
            return number.longValue();
        }
        if (value instanceof List<?> numbers) {
            return numbers.stream()
                    .map(number -> ((Number) number).doubleValue())
                    .toList();
        }
        if (value instanceof Long || value instanceof Double || value instanceof String) {
            return value;
        }
        throw new IllegalArgumentException("A figure is a number, a text or a list of numbers: " + value.getClass());
    }
}
