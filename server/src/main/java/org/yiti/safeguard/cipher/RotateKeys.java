package org.yiti.safeguard.cipher;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
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

    private static final Logger log = LoggerFactory.getLogger(RotateKeys.class);
    private static final UUID FIRST = new UUID(0, 0);

    private record Value(UUID id, String stored) {}

    /**
     * @param done values that were encrypted anew
     * @param broken values that cannot be opened, and were left as they are
     */
    record Outcome(long done, long broken) {
        Outcome and(Outcome other) {
            return new Outcome(done + other.done, broken + other.broken);
        }
    }

    /** @param last after which the next batch begins; null when there is none */
    private record Batch(Outcome outcome, @Nullable UUID last) {}

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

    /** One value that cannot be opened does not keep the rest under an old key. */
    Outcome run() {
        keys.lookAgain();
        var done = new Outcome(0, 0);
        for (var ledger : ledgers.all()) {
            for (var column : ledger.own()) {
                if (column.isSealed()) {
                    done = done.and(all(ledger, column));
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
        return " where %1$s is not null and (%1$s not like '~2.%%' or split_part(%1$s, '.', 3) <> :key)"
                .formatted(column.db());
    }

    private Outcome all(Ledger ledger, Column column) {
        var done = new Outcome(0, 0);
        @Nullable UUID last = FIRST;
        while (last != null) {
            var after = last;
            var batch = Objects.requireNonNull(transaction.execute(status -> some(ledger, column, after)));
            done = done.and(batch.outcome());
            last = batch.last();
        }
        return done;
    }

    private Batch some(Ledger ledger, Column column, UUID after) {
        database.sql("select set_config('yiti.rotating', 'on', true)").query(row -> {});
        var batch = database.sql("select id, " + column.db() + " as stored from " + ledger.name() + where(column)
                        + " and id > :after order by id limit " + BATCH + " for update skip locked")
                .param("key", keys.current().id())
                .param("after", after)
                .query(Value.class)
                .list();
        if (batch.isEmpty()) {
            return new Batch(new Outcome(0, 0), null);
        }
        var secrets = subjects.of(batch.stream().map(Value::id).toList());
        var anew = new LinkedHashMap<UUID, String>();
        for (var value : batch) {
            try {
                anew.put(value.id(), anew(ledger, column, value, Objects.requireNonNull(secrets.get(value.id()))));
            } catch (CannotOpen broken) {
                log.error("{}.{} of {}: {}", ledger.name(), column.db(), value.id(), broken.getMessage());
            }
        }
        write(ledger, column, anew);
        return new Batch(
                new Outcome(anew.size(), batch.size() - anew.size()),
                batch.get(batch.size() - 1).id());
    }

    private void write(Ledger ledger, Column column, Map<UUID, String> anew) {
        database.sql("update " + ledger.name() + " t set " + column.db()
                        + " = n.value from unnest(:ids::uuid[], :values::text[]) n (id, value) where t.id = n.id")
                .param("ids", anew.keySet().toArray(UUID[]::new))
                .param("values", anew.values().toArray(String[]::new))
                .update();
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
