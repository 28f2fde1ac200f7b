package org.yiti.ledger.listing;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Function;
import org.yiti.kernel.Fragments;
import org.yiti.kernel.Like;
import org.yiti.kernel.ledger.Column;
import org.yiti.kernel.ledger.Kind;
import org.yiti.kernel.ledger.Ledger;
import org.yiti.ledger.LedgerSql;

/** Which rows have a text somewhere, as SQL; what whoever asks sees masked is not looked at. */
final class TextSearch {

    private final Ledger ledger;
    private final LedgerSql sql;
    private final Function<Column, String> seen;
    private final Function<Object, String> bind;
    private final Consumer<String> conditions;

    TextSearch(
            Ledger ledger,
            LedgerSql sql,
            Function<Column, String> seen,
            Function<Object, String> bind,
            Consumer<String> conditions) {
        this.ledger = ledger;
        this.sql = sql;
        this.seen = seen;
        this.bind = bind;
        this.conditions = conditions;
    }

    void like(Column column, String value) {
        var place = sql.place(column);
        if (place.alias().equals("t") && ledger.search().contains(column.name())) {
            fragments(cleaned(value));
        }
        conditions.accept(place.expression() + "::text ilike :" + bind.apply(Like.containing(value)));
    }

    void search(String value) {
        if (ledger.search().isEmpty()) {
            var captions = ledger.columns().stream()
                    .filter(column -> column.kind() == Kind.TEXT && (column.via() == null || column.shown()))
                    .map(column ->
                            whereSeen(column, sql.expression(column) + " ilike :" + bind.apply(Like.containing(value))))
                    .toList();
            conditions.accept(captions.isEmpty() ? "false" : "(" + String.join(" or ", captions) + ")");
            return;
        }
        var words = value.strip().split("\\s+");
        var above = captionsAbove();
        if (words.length == 1 || above.isEmpty()) {
            contains(value);
            return;
        }
        // 市民中心2号楼 1001: a room is called by its building's name and its own number.
        for (var i = 0; i < words.length - 1; i++) {
            var word = bind.apply(Like.containing(words[i]));
            conditions.accept("("
                    + String.join(
                            " or ",
                            above.stream()
                                    .map(column -> whereSeen(column, sql.expression(column) + " ilike :" + word))
                                    .toList())
                    + ")");
        }
        contains(words[words.length - 1]);
    }

    /** @param condition about a column, to hold only where whoever asks sees it */
    private String whereSeen(Column column, String condition) {
        var where = seen.apply(column);
        return where.equals("true") ? condition : "(" + where + " and " + condition + ")";
    }

    private List<Column> captionsAbove() {
        return ledger.caption().stream()
                .map(ledger::column)
                .filter(column -> column.via() != null)
                .toList();
    }

    private void contains(String value) {
        var cleaned = cleaned(value);
        var columns = fragments(cleaned);
        var pattern = bind.apply(Like.containing(cleaned));
        conditions.accept(columns.stream()
                .map(c -> whereSeen(c, "regexp_replace(t." + c.db() + ", '\\s', '', 'g') ilike :" + pattern))
                .collect(joining(" or ", "(false or ", ")")));
    }

    /**
     * Every two neighbouring characters must be there, which an index knows; the text itself is to be looked at besides.
     *
     * @return the searched columns
     */
    private List<Column> fragments(String cleaned) {
        var columns = ledger.search().stream().map(ledger::column).toList();
        conditions.accept("kernel.fragments("
                + columns.stream().map(column -> "t." + column.db()).collect(joining(", ")) + ") @> cast(:"
                + bind.apply(Fragments.of(cleaned))
                + " as text[])");
        return columns;
    }

    private static String cleaned(String value) {
        return value.toLowerCase(Locale.ROOT).replaceAll("\\s", "");
    }
}
