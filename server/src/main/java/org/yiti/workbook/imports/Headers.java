package org.yiti.workbook.imports;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yiti.kernel.Label;
import org.yiti.kernel.ledger.Column;
import org.yiti.kernel.ledger.Ledger;
import org.yiti.workbook.file.Row;

/** The headers of one row, read as those of one ledger. */
final class Headers {

    /**
     * How the columns of a ledger are called, spelled as headers are compared. Every one of the first rows is read as those of
     * every ledger, so it is worked out once.
     *
     * @param inputs by what people fill in
     * @param others by all there is
     * @param mistaken by what is taken for them
     */
    record Names(Ledger ledger, Map<String, Column> inputs, Map<String, Column> others, Map<String, Column> mistaken) {

        private static final Map<Ledger, Names> KNOWN = new ConcurrentHashMap<>();

        static Names of(Ledger ledger) {
            return KNOWN.computeIfAbsent(ledger, Names::workedOut);
        }

        private static Names workedOut(Ledger ledger) {
            var mistaken = new HashMap<String, Column>();
            for (var column : ledger.inputs()) {
                column.mistaken().forEach(name -> mistaken.put(SheetMatch.spelling(name), column));
            }
            return new Names(ledger, spelled(ledger.inputs()), spelled(ledger.columns()), mistaken);
        }
    }

    private final Ledger ledger;
    private final Map<String, Column> names;
    private final Map<String, Column> others;
    private final Map<String, Column> mistaken;
    private final Map<Integer, Column> columns = new LinkedHashMap<>();
    private final Map<Integer, Column> derived = new LinkedHashMap<>();
    private final Map<Integer, Column> doubtful = new LinkedHashMap<>();
    private final Map<Integer, String> texts = new HashMap<>();
    private final Map<Integer, String> units = new HashMap<>();
    private final Map<Integer, Label> wrong = new HashMap<>();
    private final Map<Integer, Integer> standIns = new HashMap<>();
    private final List<String> ignored = new ArrayList<>();
    private boolean settled;

    Headers(Names known) {
        this.ledger = known.ledger();
        this.names = known.inputs();
        this.others = known.others();
        this.mistaken = known.mistaken();
    }

    void add(int place, String header) {
        texts.put(place, header);
        var spelled = SheetMatch.spelling(header);
        var column = names.get(spelled);
        var behind = column == null && !others.containsKey(spelled)
                ? HeaderUnits.behind(header, name -> names.get(SheetMatch.spelling(name)))
                : Optional.<Map.Entry<Column, String>>empty();
        if (column != null) {
            take(place, column, HeaderUnits.given(header, column).orElse(null));
        } else if (behind.isPresent()) {
            take(place, behind.get().getKey(), behind.get().getValue());
        } else if (mistaken.containsKey(spelled)) {
            doubtful.put(place, mistaken.get(spelled));
        } else if (others.containsKey(spelled)) {
            derived.put(place, others.get(spelled));
        } else if (!header.isBlank() && !RepairWorkbook.OWN.contains(header)) {
            ignored.add(header);
        }
    }

    private void take(int place, Column column, @Nullable String unit) {
        var taken = columns.entrySet().stream()
                .filter(entry -> entry.getValue().equals(column))
                .map(Map.Entry::getKey)
                .findFirst();
        if (taken.isPresent() && (isItsName(taken.get(), column) || !isItsName(place, column))) {
            ignored.add(text(place));
            return;
        }
        // 用途 may stand for the type of a vehicle; not where a column is headed by the type itself
        taken.ifPresent(other -> {
            columns.remove(other);
            units.remove(other);
            ignored.add(text(other));
        });
        columns.put(place, column);
        if (unit != null) {
            units.put(place, unit);
        }
    }

    private boolean isItsName(int place, Column column) {
        return SheetMatch.spelling(text(place)).equals(SheetMatch.spelling(column.header()));
    }

    private String text(int place) {
        return String.valueOf(texts.get(place));
    }

    /** What only the whole row tells: a register in place of what was used, a name in place of a code. */
    private void settle() {
        if (settled) {
            return;
        }
        settled = true;
        doubtful.forEach((place, column) -> {
            if (columns.containsValue(column)) {
                ignored.add(text(place));
            } else {
                columns.put(place, column);
                Optional.ofNullable(column.whyMistaken()).ifPresent(why -> wrong.put(place, why));
            }
        });
        // the institution first: others are found by name only within what their reference asks for besides
        List.copyOf(derived.keySet()).forEach(this::standIn);
        List.copyOf(derived.keySet()).forEach(this::standIn);
    }

    /** The name of what a row refers to says as much as its code, where it is the only one. */
    private void standIn(int place) {
        var name = derived.get(place);
        var code = name == null ? null : codeOf(name);
        if (code == null || standIns.containsValue(place)) {
            return;
        }
        var there = columns.entrySet().stream()
                .filter(entry -> entry.getValue().equals(code))
                .map(Map.Entry::getKey)
                .findFirst();
        if (there.isPresent()) {
            standIns.put(there.get(), place);
        } else if (hasAllBut(code)) {
            columns.put(place, code);
            derived.remove(place);
        }
    }

    private @Nullable Column codeOf(Column name) {
        return name.name().endsWith("Name")
                ? ledger.find(name.name().replaceFirst("Name$", "Code"))
                        .filter(code -> ledger.given(code).isPresent())
                        .orElse(null)
                : null;
    }

    private boolean hasAllBut(Column code) {
        return ledger.given(code).stream()
                .flatMap(reference -> reference.by().stream())
                .filter(by -> !by.equals(code.name()))
                .allMatch(by -> columns.containsValue(ledger.column(by)));
    }

    Map<Integer, Column> columns() {
        settle();
        return columns;
    }

    SheetMatch.Rest rest() {
        settle();
        return new SheetMatch.Rest(derived.keySet().stream().map(this::text).toList(), List.copyOf(ignored));
    }

    SheetMatch.Meanings meanings(List<Row> above) {
        settle();
        return new SheetMatch.Meanings(units, HeaderUnits.noted(above), wrong, standIns);
    }

    private static Map<String, Column> spelled(List<Column> columns) {
        var names = new HashMap<String, Column>();
        for (var column : columns) {
            Stream.concat(
                            Stream.of(
                                    column.header(),
                                    column.label().zh(),
                                    column.label().en(),
                                    column.name()),
                            Stream.concat(column.aliases().stream(), HeaderUnits.headers(column)))
                    .forEach(name -> names.putIfAbsent(SheetMatch.spelling(name), column));
        }
        for (var column : columns) {
            HeaderVariants.of(column).forEach(name -> names.putIfAbsent(SheetMatch.spelling(name), column));
        }
        return names;
    }
}
