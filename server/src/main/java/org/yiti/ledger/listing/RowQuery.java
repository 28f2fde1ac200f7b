package org.yiti.ledger.listing;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yiti.kernel.BoundedNumber;
import org.yiti.kernel.Refused;
import org.yiti.kernel.ledger.Column;
import org.yiti.kernel.ledger.Grade;
import org.yiti.kernel.ledger.Kind;
import org.yiti.kernel.ledger.Ledger;
import org.yiti.kernel.ledger.Ledgers;
import org.yiti.kernel.ledger.Reference;
import org.yiti.ledger.LedgerRefusal;
import org.yiti.ledger.LedgerSql;
import org.yiti.ledger.checking.CellReader;
import org.yiti.safeguard.ColumnCipher;
import org.yiti.safeguard.Eyes;
import org.yiti.safeguard.Sight;

/**
 * One question to a ledger, as SQL: {@code column=value} (several mean any of them), {@code column.from}, {@code
 * column.to}, {@code column.like}, {@code someId=uuid}, {@code q} for the searched columns. Values are always bound.
 */
final class RowQuery {

    private final Ledger ledger;
    private final Sight sight;
    private final @Nullable Set<UUID> institutions;
    private final LedgerSql sql;
    private final ColumnCipher cipher;
    private final TextSearch texts;
    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> bound = new HashMap<>();
    private final List<String> bounds = new ArrayList<>();
    private @Nullable Looking looking;
    private @Nullable Eyes throughout;

    /** @param institutions whose rows are asked for; null for everybody's */
    RowQuery(Ledgers ledgers, Ledger ledger, Sight sight, ColumnCipher cipher, @Nullable Set<UUID> institutions) {
        this.institutions = institutions;
        this.cipher = cipher;
        this.ledger = ledger;
        this.sight = sight;
        this.sql = new LedgerSql(ledgers, ledger);
        this.texts = new TextSearch(ledger, sql, this::whereSeen, this::bind, conditions::add);
    }

    LedgerSql sql() {
        return sql;
    }

    Map<String, Object> bound() {
        return bound;
    }

    /** Only some rows are to be looked through, in the order of a column: what bounds it bounds them. */
    RowQuery walking(Looking these) {
        looking = these;
        return this;
    }

    /** So many rows of the ledger by themselves, before anything else is asked of them. */
    String walk(Order order) {
        var these = Objects.requireNonNull(looking);
        var some = order.by() + " limit " + these.through();
        if (these.among() == 0) {
            return "select t.* from " + ledger.name() + " t" + where(bounds) + some;
        }
        var own = new ArrayList<>(bounds);
        own.add("t.institution_id = few.id");
        var each = "select t.* from " + ledger.name() + " t" + where(own) + order.by() + " limit ";
        var few = "unnest(cast(:institutions as uuid[])) few(id)";
        if (these.among() > these.through()) {
            // Of so many rows none is of an institution before whose first row as many others begin.
            few = "(select few.id from " + few + " cross join lateral (" + each + "1) t" + some + ") few";
        }
        return "select t.* from " + few + " cross join lateral (" + each + these.through() + ") t" + some;
    }

    /** What may be seen of every row asked for. */
    Eyes eyes() {
        var all = throughout;
        if (all == null) {
            all = sight.throughout(institutions);
            throughout = all;
        }
        return all;
    }

    /** Where a column may be seen, as a condition: asked of other rows, it would tell what their mask hides. */
    private String whereSeen(Column column) {
        if (!column.grading().guarded() || eyes().see(column)) {
            return "true";
        }
        var seen = sight.of(column);
        return seen == null || seen.isEmpty() ? "false" : ofAny(seen);
    }

    private String ofAny(Set<UUID> owners) {
        return sql.owner() + " = any(:" + bind(owners.toArray(UUID[]::new)) + ")";
    }

    RowQuery within() {
        if (institutions != null && !ledger.isEveryones()) {
            if (looking == null || looking.among() == 0) {
                conditions.add(isOneOf(sql.owner(), institutions.size()));
            }
            bound.put("institutions", institutions.toArray(UUID[]::new));
        }
        return this;
    }

    /**
     * Of few rows that an index leads to each is asked by itself: a hash of thousands of institutions, made by the policy
     * already, is not made a second time.
     *
     * @param roots on which the part of the tree hangs that is asked for; not looked at where everybody's is
     */
    RowQuery below(Set<UUID> roots) {
        if (institutions != null && !ledger.isEveryones()) {
            conditions.add("(select true from organization.below b where b.member = " + sql.owner()
                    + " and b.root = any(:" + bind(roots.toArray(UUID[]::new)) + ") limit 1)");
        }
        return this;
    }

    /** Prepared once for whoever asks, an array is gone through for every row; of thousands a hash is made instead. */
    private static String isOneOf(String owner, int institutions) {
        return institutions > Looking.MANY
                ? "(" + owner + " in (select unnest(cast(:institutions as uuid[])))) is true"
                : owner + " = any(:institutions)";
    }

    RowQuery where(Map<String, List<String>> filters) {
        filters.forEach((filter, values) -> {
            var given = values.stream().filter(value -> !value.isBlank()).toList();
            if (!given.isEmpty()) {
                where(filter, given);
            }
        });
        return this;
    }

    private void where(String filter, List<String> values) {
        if (filter.equals("q")) {
            texts.search(values.get(0));
            return;
        }
        var reference = ledger.references().stream()
                .filter(r -> r.idName().equals(filter))
                .findFirst();
        if (reference.isPresent()) {
            byId(reference.get(), filter, values);
            return;
        }
        var dot = filter.lastIndexOf('.');
        var name = dot < 0 ? filter : filter.substring(0, dot);
        var column = ledger.find(name).orElseThrow(() -> refused(LedgerRefusal.UNKNOWN_FILTER, filter, ""));
        var seen = whereSeen(column);
        if (seen.equals("false")) {
            equal(column, dot < 0 ? values : List.of());
            return;
        }
        if (!seen.equals("true")) {
            conditions.add(seen);
        }
        switch (dot < 0 ? "" : filter.substring(dot + 1)) {
            case "" -> any(column, filter, values);
            case "from" -> compare(column, ">=", filter, values.get(0));
            case "to" -> compare(column, "<=", filter, values.get(0));
            case "like" -> texts.like(column, values.get(0));
            default -> throw refused(LedgerRefusal.UNKNOWN_FILTER, filter, "");
        }
    }

    /**
     * Asked often enough, a filter tells what the mask hides. Only who may have values shown may ask whether a sealed one is
     * equal, and that is recorded like showing it.
     */
    private void equal(Column column, List<String> values) {
        if (!column.isSealed() || column.via() != null || !sight.anywhere().reveals() || values.isEmpty()) {
            throw new Refused(LedgerRefusal.MASKED_COLUMN, Map.of("column", column.name()));
        }
        var shown = sight.reveals();
        if (shown != null) {
            conditions.add(ofAny(shown));
        }
        var reader = new CellReader(column);
        var indexes = values.stream()
                .map(value -> reader.read(value).stored())
                .filter(Objects::nonNull)
                .map(value -> cipher.blindIndex(ledger.name(), column.db(), value))
                .toArray(String[]::new);
        conditions.add("kernel.blind(" + sql.expression(column) + ") = any(:" + bind(indexes) + ")");
    }

    private void byId(Reference reference, String filter, List<String> values) {
        try {
            conditions.add("t." + reference.db() + " = any(:"
                    + bind(values.stream().map(UUID::fromString).toArray(UUID[]::new)) + ")");
        } catch (IllegalArgumentException noId) {
            throw refused(LedgerRefusal.UNREADABLE_FILTER, filter, values.get(0));
        }
    }

    private void any(Column column, String filter, List<String> values) {
        var stored = values.stream().map(value -> stored(column, filter, value)).toArray(String[]::new);
        conditions.add(sql.expression(column) + " = any(cast(:" + bind(stored) + " as "
                + column.kind().type() + "[]))");
    }

    private void compare(Column column, String operator, String filter, String value) {
        var expression = sql.expression(column);
        var conditions = looking != null && column.equals(looking.along()) ? bounds : this.conditions;
        if (column.kind() == Kind.TIME && value.length() == 10 && operator.equals("<=")) {
            var nextDay = LocalDate.parse(stored(Column.date("d", "", "", Grade.L1), filter, value))
                    .plusDays(1);
            conditions.add(expression + " < cast(:" + bind(nextDay + "T00:00+08:00") + " as timestamptz)");
            return;
        }
        conditions.add(expression + " " + operator + " cast(:" + bind(stored(column, filter, value)) + " as "
                + column.kind().type() + ")");
    }

    private String stored(Column column, String filter, String value) {
        if (column.kind() == Kind.INTEGER || column.kind() == Kind.DECIMAL) {
            return BoundedNumber.read(value)
                    .map(BigDecimal::toPlainString)
                    .orElseThrow(() -> refused(LedgerRefusal.UNREADABLE_FILTER, filter, value));
        }
        if (column.kind() == Kind.TEXT || column.kind() == Kind.RANK) {
            return value;
        }
        var cell = new CellReader(column).read(value);
        if (cell.stored() == null) {
            throw refused(LedgerRefusal.UNREADABLE_FILTER, filter, value);
        }
        return cell.stored();
    }

    private String bind(Object value) {
        var name = "v" + bound.size();
        bound.put(name, value);
        return name;
    }

    /** Adds the place after which the page begins. */
    void after(String condition, Map<String, Object> values) {
        (looking == null ? conditions : bounds).add(condition);
        bound.putAll(values);
    }

    /**
     * Of rows that are looked through all is asked after they were joined with what they refer to. Taken apart, the planner
     * expects a single row to be left by one condition, and for each that is goes through a whole table for the next.
     */
    String conditions() {
        return looking == null || conditions.isEmpty()
                ? where(conditions)
                : " where (" + String.join("\n   and ", conditions) + ") is true";
    }

    private static String where(List<String> conditions) {
        return conditions.isEmpty() ? "" : " where " + String.join("\n   and ", conditions);
    }

    /** Every column and link of a row, and what they are in SQL. */
    Map<String, String> selected() {
        var selected = new LinkedHashMap<String, String>();
        for (var column : ledger.columns()) {
            selected.put(column.name(), sql.place(column).read());
        }
        for (var reference : ledger.references()) {
            selected.put(reference.idName(), "t." + reference.db());
        }
        for (var column : ledger.columns()) {
            sql.link(column).ifPresent(link -> selected.putIfAbsent(link.idName(), link.expression()));
        }
        return selected;
    }

    private static Refused refused(LedgerRefusal refusal, String filter, String value) {
        return new Refused(refusal, Map.of("filter", filter, "value", value));
    }
}
