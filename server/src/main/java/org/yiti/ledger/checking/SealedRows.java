package org.yiti.ledger.checking;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yiti.kernel.ledger.Column;
import org.yiti.safeguard.ColumnCipher;
import org.yiti.safeguard.ColumnCipher.Staged;

/**
 * Sealed values on their way into a ledger. They are encrypted as they are read in, for a row of the stage: which row of
 * the ledger it will be is not known yet. Before the merge they are encrypted for that row.
 */
final class SealedRows {

    private static final int BATCH = 5_000;

    private final JdbcClient database;
    private final ColumnCipher cipher;
    private final String table;
    private final String stage;
    private final String work;

    SealedRows(JdbcClient database, ColumnCipher cipher, String table, String stage, String work) {
        this.database = database;
        this.cipher = cipher;
        this.table = table;
        this.stage = stage;
        this.work = work;
    }

    /** @return how many columns are sealed */
    int settle(List<Column> columns) {
        var sealed = columns.stream()
                .filter(column -> column.via() == null && column.isSealed())
                .toList();
        if (sealed.isEmpty()) {
            return 0;
        }
        database.sql("create index on " + work + " (row_no)").update();
        for (var column : sealed) {
            var batch = batch(column, Long.MIN_VALUE);
            while (!batch.isEmpty()) {
                settle(column, batch);
                batch = batch(column, batch.get(batch.size() - 1).number());
            }
        }
        return sealed.size();
    }

    private List<Staged> batch(Column column, long after) {
        return database.sql("select w.row_no, coalesce(w.existing_id, w.id) as id, w." + column.db() + " as value from "
                        + work + " w where w.sound and w.fate <> 'SAME' and w.row_no > :after and w." + column.db()
                        + " like '~s.%' order by w.row_no limit " + BATCH)
                .param("after", after)
                .query((row, n) ->
                        new Staged(row.getLong("row_no"), row.getObject("id", UUID.class), row.getString("value")))
                .list();
    }

    private void settle(Column column, List<Staged> batch) {
        var values = cipher.settle(table, column.db(), stage, batch);
        database.sql(
                        "update " + work + " w set " + column.db()
                                + " = s.value from unnest(:numbers::bigint[], :values::text[]) s (row_no, value) where w.row_no = s.row_no")
                .param("numbers", batch.stream().map(Staged::number).toArray(Long[]::new))
                .param("values", values.toArray(String[]::new))
                .update();
    }
}
