package org.yiti.kernel.ledger;

import org.yiti.kernel.Label;

/**
 * Something that must hold between the cells of a row, or between a row and what is already there.
 *
 * @param column the column to mark
 * @param error false for a warning that does not stop the row
 * @param bad SQL over the candidate row {@code w} (own columns by database name, references by {@code …_id}); true
 *     means the row is refused. {@code {rows}} stands for the other candidate rows of the same import.
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
}
