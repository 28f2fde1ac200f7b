package org.yiti.ledger;

import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yiti.kernel.ledger.Ledger;
import org.yiti.kernel.ledger.Reference;

/**
 * Gives rows back what they were, in the transaction under way. Whoever uses it has made the temporary table {@code
 * undone} of what is taken back: {@code object_id}, {@code ledger}, {@code action} CREATED or CHANGED, and {@code
 * before}, what the changed columns held. Ledgers are taken back in the order opposite to loading, so that nothing
 * points at what is gone.
 */
public final class TakeBack {

    private final JdbcClient database;

    public TakeBack(JdbcClient database) {
        this.database = database;
        // what rows were before comes back with them, and is not kept a second time
        database.sql("select set_config('yiti.restoring', 'on', true)").query().singleValue();
    }

    /** What came under a new row of the same ledger leaves it before the row goes; all else is restored in the freed place. */
    public void of(Ledger ledger) {
        var upwards = ledger.references().stream()
                .filter(reference -> reference.ledger().equals(ledger.name()))
                .map(Reference::db)
                .toList();
        if (!upwards.isEmpty()) {
            restore(ledger, upwards);
        }
        database.sql("delete from " + ledger.name() + " where id in (select object_id from undone where ledger = '"
                        + ledger.name() + "' and action = 'CREATED')")
                .update();
        restore(ledger, columns(ledger));
    }

    /** A flow has no life line: see {@link Overwritten}. */
    public void ofFlow(Ledger flow, UUID importId) {
        Overwritten.takeBack(database, flow, importId);
    }

    private void restore(Ledger ledger, List<String> columns) {
        var set = columns.stream().map(column -> column + " = was." + column).collect(Collectors.joining(", "));
        database.sql("""
                update %1$s t set %2$s
                  from (select c.object_id, (jsonb_populate_record(now, c.before)).*
                          from undone c join %1$s now on now.id = c.object_id
                         where c.ledger = '%1$s' and c.action = 'CHANGED') was
                 where t.id = was.object_id
                """.formatted(ledger.name(), set)).update();
    }

    private List<String> columns(Ledger ledger) {
        return database.sql("""
                        select column_name from information_schema.columns
                         where table_schema || '.' || table_name = :table and is_generated = 'NEVER'
                           and column_name not in ('id', 'version')
                        """)
                .param("table", ledger.name())
                .query(String.class)
                .list();
    }
}
