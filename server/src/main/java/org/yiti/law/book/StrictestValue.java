package org.yiti.law.book;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yiti.law.book.Parameter.Span;

/**
 * What holds in a division, day by day: the strictest of the country's number and those of the regions around it. A
 * local default of the country steps back as soon as a region sets its own.
 */
final class StrictestValue {

    record Piece(Span valid, StoredValue value) {}

    private StrictestValue() {}

    /**
     * @param values of one parameter and the same dimensions
     * @param regions around the division, itself included, from the largest to the smallest
     */
    static List<Piece> pieces(Strictness strictness, List<StoredValue> values, List<String> regions) {
        var known = values.stream()
                .filter(v -> v.division() == null || regions.contains(v.division()))
                .toList();
        var pieces = new ArrayList<Piece>();
        for (var span : spans(known)) {
            var there = known.stream().filter(v -> v.valid().overlaps(span)).toList();
            if (there.isEmpty()) {
                continue;
            }
            choose(strictness, there, regions).ifPresent(value -> append(pieces, new Piece(span, value)));
        }
        return pieces;
    }

    private static Optional<StoredValue> choose(Strictness strictness, List<StoredValue> there, List<String> regions) {
        var regional = there.stream().filter(v -> v.division() != null).toList();
        var binding = regional.isEmpty()
                ? there
                : there.stream()
                        .filter(v -> v.division() != null || !v.content().local())
                        .toList();
        Comparator<StoredValue> nearest = Comparator.comparing(v -> -regions.indexOf(v.division()));
        return binding.stream()
                .max(strictness
                        .among(there.get(0).dims())
                        .map(order -> Comparator.comparing(StrictestValue::written, order))
                        .orElse(nearest.reversed()));
    }

    private static String written(StoredValue value) {
        var number = value.content().number();
        return number != null
                ? number.toPlainString()
                : Objects.requireNonNull(value.content().text());
    }

    private static List<Span> spans(List<StoredValue> values) {
        var bounds = new TreeSet<LocalDate>();
        values.forEach(v -> Stream.of(v.valid().from(), v.valid().to())
                .filter(Objects::nonNull)
                .forEach(bounds::add));
        var spans = new ArrayList<Span>();
        @Nullable LocalDate from = null;
        for (var bound : bounds) {
            if (from != null) {
                spans.add(new Span(from, bound));
            }
            from = bound;
        }
        if (from != null) {
            spans.add(new Span(from, null));
        }
        return spans;
    }

    private static void append(List<Piece> pieces, Piece piece) {
        if (!pieces.isEmpty()) {
            var last = pieces.get(pieces.size() - 1);
            if (last.value().equals(piece.value())
                    && piece.valid().from().equals(last.valid().to())) {
                pieces.set(
                        pieces.size() - 1,
                        new Piece(new Span(last.valid().from(), piece.valid().to()), last.value()));
                return;
            }
        }
        pieces.add(piece);
    }
}
