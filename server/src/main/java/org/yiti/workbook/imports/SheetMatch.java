package org.yiti.workbook.imports;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yiti.kernel.Label;
import org.yiti.kernel.ledger.Column;
import org.yiti.kernel.ledger.Ledger;
import org.yiti.workbook.file.Row;

/**
 * Which ledger a sheet is meant for, which row is its header, and which of its columns are which.
 *
 * @param width cells of the header
 * @param columns the ledger's columns by their place in the sheet
 * @param rest headers that are not taken
 * @param meanings what else the headers, and what stands above them, say
 */
record SheetMatch(Ledger ledger, int headerRow, int width, Map<Integer, Column> columns, Rest rest, Meanings meanings) {

    /**
     * @param derived headers of columns that are read through others, and filled in by nobody
     * @param ignored headers that belong to no column
     */
    record Rest(List<String> derived, List<String> ignored) {}

    /**
     * @param units of columns, as their headers write them
     * @param noted units that the rows above the header give for the whole sheet
     * @param wrong why a column cannot be what its header says
     * @param standIns by the place of a code, that of a name that says the same where the code is empty
     */
    record Meanings(
            Map<Integer, String> units,
            List<String> noted,
            Map<Integer, Label> wrong,
            Map<Integer, Integer> standIns) {}

    private static final int HEADER_WITHIN = 20;
    /** One of so many headers that is understood is by chance. */
    private static final int FEW = 4;
    /** Columns of one's own that say nothing of what a table is about. */
    private static final Set<String> PLAIN = Set.of("序号", "编号", "no.", "no", "备注", "说明", "note", "remarks");

    private static final Pattern BRACKETS = Pattern.compile("[((\\[【][^))\\]】]*[))\\]】]");
    private static final Pattern SIGNS = Pattern.compile("[\\s\\p{Z}*::_/-]+");

    /** The row that fits best among the first ones; by the name of the sheet or the asked ledger where they fit alike. */
    static Optional<SheetMatch> of(
            String sheet, List<Row> firstRows, List<Ledger> ledgers, @Nullable String askedLedger) {
        return best(firstRows, ledgers, askedLedger, match -> match.lacksKey() ? 0 : match.score(sheet));
    }

    /** The ledger that was probably meant by a sheet that fits none: it has some of its columns, but not its key. */
    static Optional<SheetMatch> nearest(
            String sheet, List<Row> firstRows, List<Ledger> ledgers, @Nullable String askedLedger) {
        return best(firstRows, ledgers, askedLedger, match -> match.lacksKey() ? match.score(sheet) : 0);
    }

    private static Optional<SheetMatch> best(
            List<Row> firstRows,
            List<Ledger> ledgers,
            @Nullable String askedLedger,
            ToDoubleFunction<SheetMatch> scored) {
        SheetMatch best = null;
        var bestScore = 0.0;
        var known = ledgers.stream()
                .filter(ledger -> askedLedger == null || ledger.name().equals(askedLedger))
                .map(Headers.Names::of)
                .toList();
        for (var at = 0; at < Math.min(HEADER_WITHIN, firstRows.size()); at++) {
            for (var names : known) {
                var match = match(names, firstRows.get(at), firstRows.subList(0, at));
                var score = scored.applyAsDouble(match);
                if (score > bestScore) {
                    best = match;
                    bestScore = score;
                }
            }
        }
        return Optional.ofNullable(best);
    }

    private static SheetMatch match(Headers.Names names, Row row, List<Row> above) {
        var headers = new Headers(names);
        for (var i = 0; i < row.cells().size(); i++) {
            headers.add(i, row.cell(i).display());
        }
        return new SheetMatch(
                names.ledger(),
                row.number(),
                row.cells().size(),
                headers.columns(),
                headers.rest(),
                headers.meanings(above));
    }

    /** A column of the key that cannot be empty is not there. */
    private boolean lacksKey() {
        return !missingKey().isEmpty();
    }

    List<Column> missingKey() {
        return missing().stream()
                .filter(column -> ledger.key().contains(column.name()))
                .toList();
    }

    private double score(String sheet) {
        if (columns.size() < Math.min(2, ledger.inputs().size())) {
            return 0;
        }
        var all = columns.size() + rest.ignored().size();
        var named = Stream.of(ledger.title().zh(), ledger.title().en(), ledger.name())
                .anyMatch(name -> spelling(sheet).equals(spelling(name)));
        if (!named && saysNothingBesidesWhose()) {
            return 0;
        }
        var covered = (double) columns.size() / ledger.inputs().size();
        return (double) columns.size() / all * 10 + covered * 5 + columns.size() * 0.1 + (named ? 20 : 0);
    }

    /**
     * 单位 and 年度 alone fit a dozen ledgers: a sheet of which nothing but the key is understood, or next to nothing, though it says more, is none
     * of them, rather than rows without content in the first that asks for no more.
     */
    private boolean saysNothingBesidesWhose() {
        return (columns.values().stream().allMatch(column -> ledger.key().contains(column.name()))
                        || columns.size() * FEW <= rest.ignored().size())
                && rest.ignored().stream().anyMatch(header -> !PLAIN.contains(spelling(header)));
    }

    List<String> derived() {
        return rest.derived();
    }

    List<String> ignored() {
        return rest.ignored();
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

    /** Headers are compared without spaces, stars, brackets with units, and case. */
    static String spelling(String header) {
        var plain = Normalizer.normalize(header, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        return SIGNS.matcher(BRACKETS.matcher(plain).replaceAll("")).replaceAll("");
    }
}
