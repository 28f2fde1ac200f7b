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
}
