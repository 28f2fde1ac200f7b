package org.yiti.ledger.checking;

import static java.util.stream.Collectors.joining;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.yiti.kernel.ledger.Column;
import org.yiti.kernel.ledger.Kind;
import org.yiti.kernel.ledger.Ledger;
import org.yiti.kernel.ledger.Reference;

/** By what a row is known, in the columns of the table: its own, and the ids that the rest of the key finds. */
final class KeySql {

    private static final String NOTHING = "'00000000-0000-0000-0000-000000000000'::uuid";

    private final Ledger ledger;
    private final List<Column> columns;
    private final List<Reference> references;

    KeySql(Ledger ledger, List<Column> columns, List<Reference> references) {
        this.ledger = ledger;
        this.columns = columns;
        this.references = references;
    }

    Stream<String> parts() {
        // Its own first: new rows, and their ids, are made in this order, which is that of most indexes.
        var parts = new LinkedHashSet<>(own(ledger));
        for (var key : ledger.key()) {
            var column = ledger.column(key);
            if (column.via() != null) {
                ledger.references().stream()
                        .filter(reference -> column.name()
                                        .equals(reference
                                                .by()
                                                .get(reference.by().size() - 1))
                                || reference.name().equals(column.via()))
                        .forEach(reference -> parts.add(reference.db()));
            }
        }
        return parts.stream();
    }

    /** What a row itself says of its key. */
    static List<String> own(Ledger ledger) {
        return ledger.key().stream()
                .map(ledger::column)
                .filter(column -> column.via() == null)
                .map(Column::db)
                .toList();
    }

    private String candidate(String part, Map<String, String> defaults) {
        return ledger.references().stream()
                .filter(reference -> reference.db().equals(part))
                .findFirst()
                .map(reference -> references.contains(reference) ? "r_" + part + ".id" : "null::uuid")
                .orElseGet(() -> columns.stream()
                        .filter(c -> c.db().equals(part))
                        .findFirst()
                        .map(column -> value(column, defaults))
                        .orElseGet(() -> leftOut(part, defaults)));
    }

    /** A column that may be empty, and that the sheet does not even have: what the database fills in. */
    private String leftOut(String part, Map<String, String> defaults) {
        return ledger.own().stream()
                .filter(column -> column.db().equals(part))
                .findFirst()
                .map(column -> defaults.getOrDefault(part, "null") + "::"
                        + column.kind().type())
                .orElseThrow();
    }

    /** What a cell of the sheet {@code s} comes to: a rank by the level of the institution, what the database fills in where it is empty. */
    static String value(Column column, Map<String, String> defaults) {
        var cell = column.kind() == Kind.RANK && column.via() == null ? "m_" + column.db() + ".rank" : given(column);
        var fallback = column.via() == null ? defaults.get(column.db()) : null;
        return fallback == null ? cell : "coalesce(" + cell + ", " + fallback + ")";
    }

    private static String given(Column column) {
        var cell = "s." + column.db();
        return isKept(column)
                ? "case when " + cell + " = '" + Cell.AS_IT_IS + "' then t." + column.db() + " else " + cell + "::"
                        + column.kind().type() + " end"
                : cell;
    }

    /** A column of the table as it is compared: what is sealed by what it is equal by. */
    static String compared(Ledger ledger, String column, String expression) {
        return isSealed(ledger, column) ? "kernel.blind(" + expression + ")" : expression;
    }

    static boolean isSealed(Ledger ledger, String column) {
        return ledger.own().stream().anyMatch(one -> one.isSealed() && one.db().equals(column));
    }

    /** Whether its cells may say that the value stays as it is. */
    static boolean isKept(Column column) {
        return column.via() == null && column.grading().guarded();
    }

    /** The columns by which rows, and what they refer to, are found: of the others the planner need know nothing. */
    String planned(String... more) {
        var cells = columns.stream()
                .filter(column -> ledger.key().contains(column.name())
                        || references.stream()
                                .anyMatch(reference -> reference.by().contains(column.name())))
                .map(Column::db);
        return Stream.concat(Stream.of(more), cells).distinct().collect(joining(", ", " (", ")"));
    }

    String plannedOfWork() {
        var found = references.stream().map(Reference::db);
        return planned(Stream.concat(Stream.of("row_no", "first_row", "id", "existing_id", "owner_id", "fate"), found)
                .toArray(String[]::new));
    }

    String candidates(Map<String, String> defaults) {
        return parts().map(part -> candidate(part, defaults)).collect(joining(", "));
    }

    /** The row of the ledger that the sheet's row speaks of. */
    String matchesCandidate(String alias, Map<String, String> defaults) {
        return parts().map(part -> same(part, alias + "." + part, candidate(part, defaults)))
                .collect(joining(" and "));
    }

    /** Two rows that are known by the same key. */
    String same(String one, String other) {
        return parts().map(part -> same(part, one + "." + part, other + "." + part))
                .collect(joining(" and "));
    }

    private String same(String part, String one, String other) {
        var optional = ledger.references().stream()
                .anyMatch(reference -> reference.db().equals(part) && !reference.required());
        return optional
                ? "coalesce(" + one + ", " + NOTHING + ") = coalesce(" + other + ", " + NOTHING + ")"
                : one + " = " + other;
    }
}
