package org.yiti.kernel.ledger;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yiti.kernel.Label;

/**
 * One column of a ledger, as people see it in a workbook, a form, a list and an export.
 *
 * @param name camelCase name in the API
 * @param required may not be empty
 * @param codes id of the code table of a {@link Kind#CODE} column
 * @param unit such as m²; shown in headers
 * @param scale digits after the point of a DECIMAL
 * @param via the reference this column is read through (and, when it is part of the reference's key, given by); null
 *     for a column of the ledger's own table
 * @param source the column read through {@code via}
 * @param sortable an index makes sorting by it quick
 * @param shown visible in lists unless the user chooses otherwise
 * @param aliases other headers accepted in workbooks
 */
public record Column(
        String name,
        Label label,
        Kind kind,
        boolean required,
        @Nullable String codes,
        @Nullable String unit,
        int scale,
        @Nullable BigDecimal min,
        @Nullable BigDecimal max,
        int maxLength,
        @Nullable String via,
        @Nullable String source,
        boolean sortable,
        boolean shown,
        List<String> aliases,
        @Nullable Label note) {

    static Column of(String name, Kind kind, String zh, String en) {
        return new Column(
                name, new Label(zh, en), kind, false, null, null, 2, null, null, 200, null, null, false, true, List.of(), null);
    }

    public static Column text(String name, String zh, String en) {
        return of(name, Kind.TEXT, zh, en);
    }

    public static Column integer(String name, String zh, String en) {
        return of(name, Kind.INTEGER, zh, en);
    }

    public static Column decimal(String name, String zh, String en, String unit, int scale) {
        return of(name, Kind.DECIMAL, zh, en).with(unit, scale);
    }

    public static Column date(String name, String zh, String en) {
        return of(name, Kind.DATE, zh, en);
    }

    public static Column month(String name, String zh, String en) {
        return of(name, Kind.MONTH, zh, en);
    }

    public static Column time(String name, String zh, String en) {
        return of(name, Kind.TIME, zh, en);
    }

    public static Column yesNo(String name, String zh, String en) {
        return of(name, Kind.BOOLEAN, zh, en);
    }

    public static Column code(String name, String table, String zh, String en) {
        var c = of(name, Kind.CODE, zh, en);
        return new Column(
                name, c.label, Kind.CODE, false, table, null, 0, null, null, 60, null, null, false, true, List.of(), null);
    }

    public static Column rank(String name, String zh, String en) {
        var c = of(name, Kind.RANK, zh, en);
        return new Column(
                name, c.label, Kind.RANK, false, "rank", null, 0, null, null, 60, null, null, false, true, List.of(), null);
    }

    /** A column read through a reference; an input when the reference is found by it, otherwise for reading only. */
    public static Column via(String reference, String source, String name, String zh, String en) {
        var c = of(name, Kind.TEXT, zh, en);
        return c.reading(reference, source, Kind.TEXT, null);
    }

    private Column reading(String reference, String column, Kind of, @Nullable String table) {
        return new Column(
                name, label, of, required, table, unit, scale, min, max, maxLength, reference, column, sortable, shown,
                aliases, note);
    }

    /** The same column read through a reference with the kind it has there. */
    Column as(Column there) {
        return new Column(
                name, label, there.kind, required, there.codes, there.unit, there.scale, min, max, there.maxLength, via,
                source, sortable, shown, aliases, note);
    }

    private Column with(String unit, int scale) {
        return new Column(
                name, label, kind, required, codes, unit, scale, min, max, maxLength, via, source, sortable, shown,
                aliases, note);
    }

    public Column needed() {
        return new Column(
                name, label, kind, true, codes, unit, scale, min, max, maxLength, via, source, sortable, shown, aliases,
                note);
    }

    public Column within(double min, double max) {
        return new Column(
                name, label, kind, required, codes, unit, scale, BigDecimal.valueOf(min), BigDecimal.valueOf(max),
                maxLength, via, source, sortable, shown, aliases, note);
    }

    public Column upTo(int maxLength) {
        return new Column(
                name, label, kind, required, codes, unit, scale, min, max, maxLength, via, source, sortable, shown,
                aliases, note);
    }

    public Column sorted() {
        return new Column(
                name, label, kind, required, codes, unit, scale, min, max, maxLength, via, source, true, shown, aliases,
                note);
    }

    public Column tucked() {
        return new Column(
                name, label, kind, required, codes, unit, scale, min, max, maxLength, via, source, sortable, false,
                aliases, note);
    }

    public Column alias(String... others) {
        return new Column(
                name, label, kind, required, codes, unit, scale, min, max, maxLength, via, source, sortable, shown,
                List.of(others), note);
    }

    public Column noted(String zh, String en) {
        return new Column(
                name, label, kind, required, codes, unit, scale, min, max, maxLength, via, source, sortable, shown,
                aliases, new Label(zh, en));
    }

    /** snake_case name in the database. */
    public String db() {
        return Names.snake(name);
    }

    /** The header of a workbook column: the Chinese label, with the unit where there is one. */
    public String header() {
        return unit == null ? label.zh() : label.zh() + "(" + unit + ")";
    }
}
