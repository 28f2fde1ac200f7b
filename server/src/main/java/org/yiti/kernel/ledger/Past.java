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
        return Column.date(SINCE, "现状起始日期", "In force since", Grade.L2)
                .tucked()
                .alias("变动日期")
                .noted(
                        "变动后的内容自该日起生效，变动前的内容自动留存；不填则自导入当日起；填原日期表示更正录入错误",
                        "The new values hold from this day on, the former ones are kept; today when empty; the day that is"
                                + " there already corrects what was entered wrongly");
    }

    /** From which day to which a former state held, both included. */
    static Column[] days() {
        return new Column[] {
            Column.date("startsOn", "起始日期", "From", Grade.L2),
            Column.date("endsOn", "截止日期", "Until", Grade.L2).needed()
        };
    }

    /** The columns of the table that hold since a day. */
    List<String> of(Ledger ledger) {
        var references = ledger.references().stream().map(Reference::name).toList();
        return names.stream()
                .map(name -> references.contains(name)
                        ? ledger.reference(name).db()
                        : ledger.column(name).db())
                .toList();
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

    /**
     * A former state ended before the present one began, which must say when that was, and after no other.
     *
     * @param ledger whose former states these are, schema.table
     * @param reference the reference to the row they were of
     */
    static Check[] ofPast(String ledger, String reference) {
        var object = Names.snake(reference) + "_id";
        var same = " and o." + object + " = w." + object
                + " and coalesce(o.starts_on, '-infinity') <= w.ends_on and o.ends_on >= coalesce(w.starts_on, '-infinity'))";
        var overlaps = new Label("与同一对象的另一段沿革时间重叠", "overlaps another former state");
        return new Check[] {
            Check.order("startsOn", "endsOn"),
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
