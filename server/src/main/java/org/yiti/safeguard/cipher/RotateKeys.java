package org.yiti.safeguard.cipher;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.yiti.safeguard.Act;
import org.yiti.safeguard.Audit;

/**
 * Encrypts with the newest key what is encrypted with an older one, or not at all, some rows a transaction while people
 * go on working. What is left to do is told by the values themselves: killed at any moment, the next run goes on there.
 */
@Component
class RotateKeys {

    private static final int BATCH = 200;

    private static final Logger log = LoggerFactory.getLogger(RotateKeys.class);
    private static final UUID FIRST = new UUID(0, 0);

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

    private final SealedPlaces places;
    private final JdbcClient database;
    private final DataKeys keys;
    private final Subjects subjects;
    private final SealedColumns cipher;
    private final AllSealed all;
    private final Audit audit;
    private final TransactionTemplate transaction;

    RotateKeys(
            SealedPlaces places,
            JdbcClient database,
            DataKeys keys,
            Subjects subjects,
            SealedColumns cipher,
            AllSealed all,
            Audit audit,
            PlatformTransactionManager transactions) {
        this.places = places;
        this.database = database;
        this.keys = keys;
        this.subjects = subjects;
        this.cipher = cipher;
        this.all = all;
        this.audit = audit;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** One value that cannot be opened does not keep the rest under an old key. */
    Outcome run() {
        return all(places.all(), () -> {});
    }

    /**
     * Those of accounts alone.
     *
     * @param step before each batch
     */
    Outcome secrets(Runnable step) {
        return all(places.ofAccounts(), step);
    }

    private Outcome all(Stream<SealedPlace> these, Runnable step) {
        keys.lookAgain();
        return these.map(place -> all(place, step)).reduce(new Outcome(0, 0), Outcome::and);
    }

    /** How many are left. */
    long left() {
        return places.all()
                .mapToLong(place -> database.sql("select count(*) from " + place.table() + place.notUnder())
                        .param("key", keys.current().id())
                        .query(Long.class)
                        .single())
                .sum();
    }

    private Outcome all(SealedPlace place, Runnable step) {
        var done = new Outcome(0, 0);
        @Nullable UUID last = FIRST;
        while (last != null) {
            step.run();
            var after = last;
            var batch = Objects.requireNonNull(transaction.execute(status -> some(place, after)));
            done = done.and(batch.outcome());
            last = batch.last();
        }
        all.seal(place.name(), place.plain());
        return done;
    }

    private Batch some(SealedPlace place, UUID after) {
        database.sql("select set_config('yiti.rotating', 'on', true)").query(row -> {});
        var batch = database.sql(place.select() + place.notUnder() + " and id > :after order by id limit " + BATCH
                        + " for update skip locked")
                .param("key", keys.current().id())
                .param("after", after)
                .query(SealedPlace.Value.class)
                .list();
        if (batch.isEmpty()) {
            return new Batch(new Outcome(0, 0), null);
        }
        var secrets = subjects.of(
                batch.stream().map(SealedPlace.Value::subject).distinct().toList());
        var anew = new LinkedHashMap<UUID, String>();
        for (var value : batch) {
            try {
                anew.put(value.id(), anew(place, value, Objects.requireNonNull(secrets.get(value.subject()))));
            } catch (CannotOpen broken) {
                log.error("{}.{} of {}: {}", place.table(), place.column(), value.id(), broken.getMessage());
            }
        }
        write(place, anew);
        return new Batch(
                new Outcome(anew.size(), batch.size() - anew.size()),
                batch.get(batch.size() - 1).id());
    }

    /** With the values, what is told of them: neither is without the other. */
    private void write(SealedPlace place, Map<UUID, String> anew) {
        if (anew.isEmpty()) {
            return;
        }
        audit.record(encryptedAnew(place.name(), keys.current().id()).with("values", anew.size()));
        database.sql("update " + place.table() + " t set " + place.column()
                        + " = n.value from unnest(:ids::uuid[], :values::text[]) n (id, value) where t.id = n.id")
                .param("ids", anew.keySet().toArray(UUID[]::new))
                .param("values", anew.values().toArray(String[]::new))
                .update();
    }

    static Act encryptedAnew(String place, String key) {
        return Act.of("data.encrypted-anew", "safeguard.data_key", key).with("place", place);
    }

    private String anew(SealedPlace place, SealedPlace.Value value, byte[] secret) {
        if (!Token.is(value.stored())) {
            all.refusePlain(place.name());
        }
        var plain = Token.is(value.stored())
                ? cipher.decrypted(secret, value.stored(), place.table(), place.column(), value.place())
                : value.stored();
        return cipher.encrypt(secret, plain, place.table(), place.column(), value.place());
    }
}
