package org.yiti.ledger.listing;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yiti.kernel.Refused;
import org.yiti.kernel.ledger.Column;
import org.yiti.kernel.ledger.Kind;
import org.yiti.kernel.ledger.Ledger;
import org.yiti.ledger.LedgerRefusal;
import org.yiti.ledger.LedgerSql;

/**
 * The order of a list, and how to go on after a row of it. A page begins after the sort key and the id of the last row
 * of the page before, never after a number of rows, so the thousandth page is as quick as the first.
 */
final class Order {

    static final String KEY = "_key";

    private final @Nullable Column column;
    private final @Nullable String expression;
    private final String type;
    private final boolean descending;

    private Order(@Nullable Column column, @Nullable String expression, String type, boolean descending) {
        this.column = column;
        this.expression = expression;
        this.type = type;
        this.descending = descending;
    }

    static Order none() {
        return new Order(null, null, "text", false);
    }

    static Order of(Ledger ledger, @Nullable String sort, RowQuery query) {
        if (sort == null || sort.isBlank()) {
            return ledger.columns().stream()
                    .filter(column -> column.sortable() && isSeen(column, query))
                    .findFirst()
                    .map(column -> by(column, query.sql(), isDated(column)))
                    .orElseGet(() -> new Order(null, "t.id", "uuid", false));
        }
        var descending = sort.startsWith("-");
        var name = descending ? sort.substring(1) : sort;
        var column =
                ledger.find(name).orElseThrow(() -> new Refused(LedgerRefusal.NOT_SORTABLE, Map.of("column", name)));
        if (!isSeen(column, query)) {
            throw new Refused(LedgerRefusal.MASKED_COLUMN, Map.of("column", name));
        }
        return by(column, query.sql(), descending);
    }

    /** Of every row that is listed: where one stands tells what a mask hides. */
    private static boolean isSeen(Column column, RowQuery query) {
        return !column.grading().guarded() || query.eyes().see(column);
    }

    /** What has a day is listed with the newest first, where nobody asks for another order. */
    static boolean isDated(Column column) {
        return column.kind() == Kind.TIME || column.kind() == Kind.DATE || column.kind() == Kind.MONTH;
    }

    /** Empty cells sort as if they were the least: the place after them can be named. */
    private static Order by(Column column, LedgerSql sql, boolean descending) {
        var expression = sql.expression(column);
        if (!column.required()) {
            expression = switch (column.kind()) {
                case INTEGER, DECIMAL -> "coalesce(" + expression + ", -1e30)";
                case DATE, MONTH, TIME -> "coalesce(" + expression + ", '-infinity')";
                case BOOLEAN -> "coalesce(" + expression + ", false)";
                default -> "coalesce(" + expression + ", '')";
            };
        }
        var type = switch (column.kind()) {
            case INTEGER, DECIMAL -> "numeric";
            default -> column.kind().type();
        };
        return new Order(column, expression, type, descending);
    }

    /** The column of the ledger itself that rows stand in the order of, as an index has it; null where none has. */
    @Nullable
    Column indexed() {
        return column != null && column.sortable() && column.via() == null && column.required() ? column : null;
    }

    String key() {
        return expression == null ? "null" : expression + "::text";
    }

    String by() {
        if (expression == null) {
            return "";
        }
        var way = descending ? " desc" : "";
        return "\n order by " + expression + way + ", t.id" + way;
    }

    String place(Map<String, @Nullable Object> row) {
        return place(row.get("id"), row.get(KEY));
    }

    /** With the order it is a place in: in another it would be anywhere. */
    String place(@Nullable Object id, @Nullable Object key) {
        return mark() + id + " " + key;
    }

    private String mark() {
        return (column == null ? "" : column.name()) + (descending ? "-" : "+");
    }

    void continueAfter(RowQuery query, String place) {
        if (!place.startsWith(mark())) {
            throw new Refused(LedgerRefusal.UNREADABLE_CURSOR);
        }
        try {
            var begins = mark().length();
            var id = UUID.fromString(place.substring(begins, begins + 36));
            var key = place.substring(begins + 37);
            query.after(
                    "(" + expression + ", t.id) " + (descending ? "<" : ">") + " (cast(:after_key as " + type
                            + "), :after_id)",
                    Map.of("after_key", key, "after_id", id));
        } catch (IllegalArgumentException | IndexOutOfBoundsException unreadable) {
            throw new Refused(LedgerRefusal.UNREADABLE_CURSOR);
        }
    }
}
