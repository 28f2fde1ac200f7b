package org.yiti.kernel.ledger;

import static java.util.stream.Collectors.joining;

import java.util.List;
import org.yiti.kernel.Label;

/**
 * How a ledger keeps what its rows were before.
 *
 * @param ledger where former states stand, schema.table
 * @param reference the reference of that ledger to the row they were of
 * @param names the columns and references that hold since a day
 */
public record Past(String ledger, String reference, List<String> names) {

    /** The column that says since which day a row is what it says. */
    public static final String SINCE = "since";

    /** Today where the offices are, in SQL. */
    public static final String TODAY = "(now() at time zone 'Asia/Shanghai')::date";

    static Column since() {
        return Column.date(SINCE, "现状起始日期", "In force since")
                .tucked()
                .alias("变动日期")
                .noted(
                        "变动后的内容自该日起生效，变动前的内容自动留存；不填则自导入当日起；填原日期表示更正录入错误",
                        "The new values hold from this day on, the former ones are kept; today when empty; the day that is"
                                + " there already corrects what was entered wrongly");
    }

    List<Check> checks(String table, List<String> dated) {
        var object = Names.snake(reference) + "_id";
        var same = dated.stream().map("w."::concat).collect(joining(", ", "(", ")"));
        return List.of(
                new Check(
                        SINCE,
                        true,
                        "w.since > " + TODAY,
                        new Label("晚于今天，请到当天再改", "lies in the future; change it on that day")),
                new Check(
                        SINCE,
                        true,
                        "exists (select from " + ledger + " p where p." + object
                                + " = w.existing_id and coalesce(p.starts_on, p.ends_on) >= w.since)",
                        new Label("不晚于上一次变动的起始日期", "does not lie after the start of what was before")),
                new Check(
                        SINCE,
                        false,
                        "exists (select from " + table + " x where x.id = w.existing_id and x.since = w.since and ("
                                + String.join(
                                        ", ", dated.stream().map("x."::concat).toList()) + ") is distinct from " + same
                                + ")",
                        new Label(
                                "日期没有变，内容变了：视为更正录入错误，不留变动",
                                "the day is the same and the values are not: taken as correcting what was entered wrongly, nothing is kept")));
    }
}
