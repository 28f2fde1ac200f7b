package org.yiti.ledger.checking;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.stream.Stream;
import org.yiti.kernel.ledger.Column;
import org.yiti.kernel.ledger.Ledger;
import org.yiti.kernel.ledger.Reference;

/**
 * Rows that flow in by the million, each of one object at one moment, are looked for only where they can be: among the
 * rows of those objects, between the first and the last moment given.
 */
final class FlowSql {

    private final Ledger ledger;
    private final LookupSql lookups;
    private final String raw;

    FlowSql(Ledger ledger, LookupSql lookups, String raw) {
        this.ledger = ledger;
        this.lookups = lookups;
        this.raw = raw;
    }

    /** The object a row is of. */
    static Reference object(Ledger flow) {
        return flow.references().get(0);
    }

    static Column moment(Ledger flow) {
        return flow.key().stream()
                .map(flow::column)
                .filter(column -> column.via() == null)
                .findFirst()
                .orElseThrow();
    }

    /** Grouped by what stands in the file: the planner knows how many of those there are. */
    String there() {
        var object = object(ledger);
        var moment = moment(ledger).db();
        var by = object.by().stream().map(ledger::column).map(Column::db).collect(joining(", "));
        return "(select e.* from (select " + by + ", min(" + moment + ") as earliest, max(" + moment
                + ") as latest from "
                + raw + " group by " + by + ") span\n    join (" + lookups.of(object) + ") o on "
                + lookups.found(object, "o", "span") + "\n    join " + ledger.name() + " e on e." + object.db()
                + " = o.id and e." + moment + " between span.earliest and span.latest)";
    }

    /** @param values what the row says, by column; "t" is the row that is there */
    static String fate(Ledger flow, List<Column> own, Stream<String> values) {
        return "case when t." + object(flow).db() + " is null then 'NEW' when (" + values.collect(joining(", "))
                + ", 1) is distinct from ("
                + own.stream().map(column -> "t." + column.db()).collect(joining(", "))
                + ", 1) then 'CHANGED' else 'SAME' end";
    }
}
