package org.yiti.safeguard.cipher;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.yiti.kernel.ledger.Column;
import org.yiti.kernel.ledger.Ledger;
import org.yiti.kernel.ledger.Ledgers;

/**
 * Encrypts with the newest key what is encrypted with an older one, or not at all, some rows a transaction while people
 * go on working. What is left to do is told by the values themselves: killed at any moment, the next run goes on there.
 */
@Component
class RotateKeys {

    private static final int BATCH = 200;

    private record Value(UUID id, String stored) {}

    private final Ledgers ledgers;
    private final JdbcClient database;
    private final DataKeys keys;
    private final Subjects subjects;
    private final SealedColumns cipher;
    private final TransactionTemplate transaction;

    RotateKeys(
            Ledgers ledgers,
            JdbcClient database,
            DataKeys keys,
            Subjects subjects,
            SealedColumns cipher,
            PlatformTransactionManager transactions) {
        this.ledgers = ledgers;
        this.database = database;
        this.keys = keys;
        this.subjects = subjects;
        this.cipher = cipher;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** @return how many values were encrypted anew */
    long run() {
        keys.lookAgain();
        var done = 0L;
        for (var ledger : ledgers.all()) {
            for (var column : ledger.own()) {
                if (column.isSealed()) {
                    done += all(ledger, column);
                }
            }
        }
        return done;
    }

    /** How many are left. */
    long left() {
        return ledgers.all().stream()
                .flatMap(ledger -> ledger.own().stream()
                        .filter(Column::isSealed)
                        .map(column -> database.sql("select count(*) from " + ledger.name() + where(column))
                                .param("key", keys.current().id())
                                .query(Long.class)
                                .single()))
                .mapToLong(Long::longValue)
                .sum();
    }

    private static String where(Column column) {
        return " where %1$s is not null and (%1$s not like '~%%' or split_part(%1$s, '.', 3) <> :key)"
                .formatted(column.db());
    }

    private long all(Ledger ledger, Column column) {
        var done = 0L;
        var last = -1;
        while (last != 0) {
            last = Objects.requireNonNull(transaction.execute(status -> some(ledger, column)));
            done += last;
        }
        return done;
    }

    private int some(Ledger ledger, Column column) {
        database.sql("select set_config('yiti.rotating', 'on', true)").query(row -> {});
        var batch = database.sql("select id, " + column.db() + " as stored from " + ledger.name() + where(column)
                        + " limit " + BATCH + " for update skip locked")
                .param("key", keys.current().id())
                .query(Value.class)
                .list();
        if (batch.isEmpty()) {
            return 0;
        }
        var secrets = subjects.of(batch.stream().map(Value::id).toList());
        var values = batch.stream()
                .map(value -> anew(ledger, column, value, Objects.requireNonNull(secrets.get(value.id()))))
                .toArray(String[]::new);
        return database.sql("update " + ledger.name() + " t set " + column.db()
                        + " = n.value from unnest(:ids::uuid[], :values::text[]) n (id, value) where t.id = n.id")
                .param("ids", ids(batch))
                .param("values", values)
                .update();
    }

    private static UUID[] ids(List<Value> batch) {
        return batch.stream().map(Value::id).toArray(UUID[]::new);
    }

    private String anew(Ledger ledger, Column column, Value value, byte[] secret) {
        var plain = Token.is(value.stored())
                ? cipher.decrypted(
                        secret,
                        value.stored(),
                        ledger.name(),
                        column.db(),
                        value.id().toString())
                : value.stored();
        return cipher.encrypt(ledger.name(), column.db(), value.id(), secret, plain);
    }
}
