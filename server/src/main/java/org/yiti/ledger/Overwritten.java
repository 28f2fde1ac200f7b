package org.yiti.ledger;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yiti.kernel.ledger.Ledger;

/**
 * Rows of a flow that an import wrote over. A flow has no life line; what it held before lies in a table beside it,
 * {@code energy.overwritten_reading} of {@code energy.reading}: the same columns, the import it had come with, and the
 * one that wrote over it.
 */
public final class Overwritten {

    private Overwritten() {}

    public static String table(Ledger flow) {
        return flow.name().replace(".", ".overwritten_");
    }

    /** What is about to be changed by an import is kept first. */
    public static String keep(Ledger flow, List<String> columns, UUID importId, String changing) {
        return "insert into " + table(flow) + " (" + String.join(", ", columns)
                + ", earlier_import, import_id) select "
                + columns.stream().map("t."::concat).collect(joining(", ")) + ", t.import_id, '" + importId
                + "'::uuid from " + flow.name() + " t join " + changing;
    }

    /** Rows an import brought go; those it wrote over are as they were, and of the import they came with. */
    static void takeBack(JdbcClient database, Ledger flow, UUID importId) {
        var key = flow.references().get(0).db();
        var columns = database.sql("""
                        select column_name from information_schema.columns
                         where table_schema || '.' || table_name = :table and column_name not in ('import_id', 'earlier_import')
                        """)
                .param("table", table(flow))
                .query(String.class)
                .list();
        var moment = flow.key().stream()
                .map(flow::column)
                .filter(column -> column.via() == null)
                .findFirst()
                .orElseThrow()
                .db();
        var same = "o.import_id = :import and t.import_id = :import and o.%1$s = t.%1$s and o.%2$s = t.%2$s"
                .formatted(key, moment);
        var values = columns.stream()
                .filter(column -> !column.equals(key) && !column.equals(moment))
                .map(column -> column + " = o." + column)
                .collect(joining(", "));
        for (var sql : List.of(
                "delete from " + flow.name() + " t where t.import_id = :import and not exists (select from "
                        + table(flow) + " o where " + same + ")",
                "update " + flow.name() + " t set " + values + ", import_id = o.earlier_import from " + table(flow)
                        + " o where " + same,
                "delete from " + table(flow) + " where import_id = :import")) {
            database.sql(sql).param("import", importId).update();
        }
    }
}
