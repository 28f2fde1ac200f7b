package org.yiti.ledger;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.yiti.kernel.ledger.Column;
import org.yiti.kernel.ledger.Ledger;
import org.yiti.kernel.ledger.Ledgers;
import org.yiti.kernel.ledger.Reference;
import org.yiti.safeguard.ColumnCipher;

/**
 * The SQL of one ledger: its table under the alias {@code t}, and a join for every reference that a column is read
 * through, however deep. Nothing of it comes from outside: names are those of the declarations.
 */
public final class LedgerSql {

    /** A column of another table that a column of the ledger leads to. */
    public record Place(String alias, Ledger ledger, Column column) {
        public String expression() {
            return alias + "." + column.db();
        }

        /** With what is needed to open it, where it is sealed. */
        public String read() {
            return column.isSealed() ? ColumnCipher.carried(alias, column.db()) : expression();
        }
    }

    private final Ledgers ledgers;
    private final Ledger ledger;
    private final Map<String, String> joins = new LinkedHashMap<>();

    public LedgerSql(Ledgers ledgers, Ledger ledger) {
        this.ledgers = ledgers;
        this.ledger = ledger;
    }

    /** What the column is in SQL; remembers the joins that it needs. */
    public String expression(Column column) {
        return place(column).expression();
    }

    public Place place(Column column) {
        return place("t", ledger, column);
    }

    private Place place(String alias, Ledger of, Column column) {
        if (column.via() == null || column.source() == null) {
            return new Place(alias, of, column);
        }
        var reference = of.reference(column.via());
        var other = ledgers.get(reference.ledger());
        return place(join(alias, reference), other, other.column(column.source()));
    }

    private String join(String alias, Reference reference) {
        var joined = alias + "_" + reference.name().toLowerCase(Locale.ROOT);
        joins.putIfAbsent(
                joined,
                "left join " + reference.ledger() + " " + joined + " on " + joined + ".id = " + alias + "."
                        + reference.db());
        return joined;
    }

    /** The object that a cell of this column shows, and the expression of its id. */
    public Optional<Link> link(Column column) {
        var place = place(column);
        var kind = place.ledger().objectKind();
        if (kind == null
                || place.alias().equals("t")
                || !place.ledger().caption().contains(place.column().name())) {
            return Optional.empty();
        }
        var reference = column.via();
        return Optional.of(new Link(kind, reference + "Id", place.alias() + ".id"));
    }

    /**
     * @param kind of object
     * @param idName name of the id in a row, such as {@code buildingId}
     */
    public record Link(String kind, String idName, String expression) {}

    /** {@code from schema.table t left join …}: call after the expressions have been asked for. */
    public String from() {
        return from(ledger.name());
    }

    /** @param rows what stands in for the table: some of its rows */
    public String from(String rows) {
        return "from " + rows + " t" + (joins.isEmpty() ? "" : "\n  " + String.join("\n  ", joins.values()));
    }

    /** The institution that owns a row; null in SQL for what is everyone's. */
    public String owner() {
        return ledger.isFlow() ? ownerOfFlow() : ledger.owner() == null ? "null::uuid" : "t.institution_id";
    }

    private String ownerOfFlow() {
        var owner = ledger.owner();
        return owner == null ? "null::uuid" : join("t", ledger.reference(owner)) + ".institution_id";
    }

    /**
     * The row a reference of another ledger looks for: its id, its institution and the key by which it is found.
     *
     * @param more columns of its table
     */
    public static String lookup(Ledgers ledgers, Ledger other, List<String> more) {
        var sql = new LedgerSql(ledgers, other);
        var columns = new StringBuilder("select t.id, " + (other.owner() == null ? "null::uuid" : "t.institution_id")
                + " as institution_id, true as sound");
        for (var key : other.key()) {
            var column = other.column(key);
            columns.append(", ").append(sql.expression(column)).append(" as ").append(column.db());
        }
        more.forEach(column -> columns.append(", t.").append(column));
        return columns + " " + sql.from();
    }
}
