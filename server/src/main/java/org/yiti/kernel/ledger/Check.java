package org.yiti.kernel.ledger;

import org.yiti.kernel.Label;

/**
 * Something that must hold between the cells of a row, or between a row and what is already there.
 *
 * @param column the column to mark
 * @param error false for a warning that does not stop the row
 * @param bad SQL over the candidate row {@code w} (own columns by database name, references by {@code …_id}); true
 *     means the row is refused. {@code {rows}} stands for all candidate rows of the same import, {@code {table}} for the
 *     ledger as it is.
 */
public record Check(String column, boolean error, String bad, Label message) {

    /** The date {@code to} may not lie before {@code from}. */
    public static Check order(String from, String to) {
        return new Check(
                to,
                true,
                "w." + Names.snake(to) + " < w." + Names.snake(from),
                new Label("结束日期早于开始日期", "ends before it starts"));
    }

    /**
     * Spans of time of the same thing may not overlap: neither with what is there nor within one import.
     *
     * @param when SQL over {@code r} that says which rows compete; {@code true} for all
     * @param same database columns that make it the same thing
     */
    public static Check[] alone(String column, String when, String zh, String en, String... same) {
        var rival = new StringBuilder();
        for (var name : same) {
            rival.append(" and o.").append(name).append(" = w.").append(name);
        }
        rival.append(" and ").append(when.replace("r.", "o.")).append(" and ").append(when.replace("r.", "w."));
        rival.append(" and o.starts_on <= coalesce(w.ends_on, 'infinity')")
                .append(" and coalesce(o.ends_on, 'infinity') >= w.starts_on)");
        var message = new Label(zh, en);
        return new Check[] {
            new Check(
                    column,
                    true,
                    "exists (select from {table} o where o.id <> w.id and not exists (select from {rows} p where p.id = o.id)"
                            + rival,
                    message),
            new Check(column, true, "exists (select from {rows} o where o.row_no <> w.row_no" + rival, message)
        };
    }

    /**
     * A former state ended before the present one began, which must say when that was, and after no other.
     *
     * @param ledger whose former states these are, schema.table
     * @param object the database column that says of which row
     */
    public static Check[] past(String ledger, String object) {
        var same = " and o." + object + " = w." + object
                + " and coalesce(o.starts_on, '-infinity') <= w.ends_on and o.ends_on >= coalesce(w.starts_on, '-infinity'))";
        var overlaps = new Label("与同一对象的另一段沿革时间重叠", "overlaps another former state");
        return new Check[] {
            order("startsOn", "endsOn"),
            new Check(
                    "endsOn",
                    true,
                    "exists (select from " + ledger + " x where x.id = w." + object
                            + " and (x.since is null or x.since <= w.ends_on))",
                    new Label(
                            "须早于现状起始日期；现状没有起始日期的请先填写",
                            "must lie before the day since which the present state holds, which must be filled in")),
            new Check(
                    "endsOn",
                    true,
                    "exists (select from {table} o where o.id <> w.id and not exists (select from {rows} p where p.id = o.id)"
                            + same,
                    overlaps),
            new Check("endsOn", true, "exists (select from {rows} o where o.row_no <> w.row_no" + same, overlaps)
        };
    }
}
