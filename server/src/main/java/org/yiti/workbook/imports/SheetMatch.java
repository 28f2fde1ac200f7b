package org.yiti.workbook.imports;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yiti.kernel.ledger.Column;
import org.yiti.kernel.ledger.Ledger;
import org.yiti.workbook.file.Row;

/**
 * Which ledger a sheet is meant for, which row is its header, and which of its columns are which.
 *
 * @param width cells of the header
 * @param columns the ledger's columns by their place in the sheet
 * @param derived headers of columns that are read through others, and filled in by nobody
 * @param ignored headers that belong to no column
 */
record SheetMatch(
        Ledger ledger,
        int headerRow,
        int width,
        Map<Integer, Column> columns,
        List<String> derived,
        List<String> ignored) {

    private static final int HEADER_WITHIN = 20;

    /** The row that fits best among the first ones; by the name of the sheet or the asked ledger where they fit alike. */
    static Optional<SheetMatch> of(
            String sheet, List<Row> firstRows, List<Ledger> ledgers, @Nullable String askedLedger) {
        SheetMatch best = null;
        var bestScore = 0.0;
        for (var row : firstRows.subList(0, Math.min(HEADER_WITHIN, firstRows.size()))) {
            for (var ledger : ledgers) {
                if (askedLedger != null && !ledger.name().equals(askedLedger)) {
                    continue;
                }
                var match = match(ledger, row);
                var score = match.score(sheet);
                if (score > bestScore) {
                    best = match;
                    bestScore = score;
                }
            }
        }
        return Optional.ofNullable(best);
    }

    private static SheetMatch match(Ledger ledger, Row row) {
        var names = names(ledger.inputs());
        var others = names(ledger.columns());
        var columns = new LinkedHashMap<Integer, Column>();
        var taken = new LinkedHashSet<Column>();
        var derived = new ArrayList<String>();
        var ignored = new ArrayList<String>();
        for (var i = 0; i < row.cells().size(); i++) {
            var header = row.cell(i).display();
            var column = names.get(spelling(header));
            var otherUnit = column == null ? Optional.<String>empty() : HeaderUnits.other(header, column);
            if (otherUnit.isPresent()) {
                ignored.add(header + " ≠ " + Objects.requireNonNull(column).header());
            } else if (column != null && taken.add(column)) {
                columns.put(i, column);
            } else if (column == null && others.containsKey(spelling(header))) {
                derived.add(header);
            } else if (!header.isBlank() && !RepairWorkbook.OWN.contains(header)) {
                ignored.add(header);
            }
        }
        return new SheetMatch(ledger, row.number(), row.cells().size(), columns, derived, ignored);
    }

    /** Zero unless every column of the key that cannot be empty is there. */
    private double score(String sheet) {
        var missesKey = missing().stream().anyMatch(column -> ledger.key().contains(column.name()));
        if (missesKey || columns.size() < Math.min(2, ledger.inputs().size())) {
            return 0;
        }
        var all = columns.size() + ignored.size();
        var named = Stream.of(ledger.title().zh(), ledger.title().en(), ledger.name())
                .anyMatch(name -> spelling(sheet).equals(spelling(name)));
        var covered = (double) columns.size() / ledger.inputs().size();
        return (double) columns.size() / all * 10 + covered * 5 + columns.size() * 0.1 + (named ? 20 : 0);
    }

    List<String> names() {
        return columns.values().stream().map(Column::name).toList();
    }

    /** Required columns that the sheet does not have. */
    List<Column> missing() {
        return ledger.inputs().stream()
                .filter(Column::required)
                .filter(column -> !columns.containsValue(column))
                .toList();
    }

    private static Map<String, Column> names(List<Column> columns) {
        var names = new HashMap<String, Column>();
        for (var column : columns) {
            Stream.concat(
                            Stream.of(
                                    column.header(),
                                    column.label().zh(),
                                    column.label().en(),
                                    column.name()),
                            Stream.concat(column.aliases().stream(), HeaderUnits.headers(column)))
                    .forEach(name -> names.putIfAbsent(spelling(name), column));
        }
        return names;
    }

    /** Headers are compared without spaces, stars, brackets with units, and case. */
    static String spelling(String header) {
        return Normalizer.normalize(header, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[((\\[【][^))\\]】]*[))\\]】]", "")
                .replaceAll("[\\s\\p{Z}*::_/-]+", "");
    }
}
