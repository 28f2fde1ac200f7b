package org.yiti.safeguard.cipher;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import org.yiti.identity.Unscoped;
import org.yiti.kernel.Refused;
import org.yiti.safeguard.SafeguardRefusal;

/**
 * The keys that values are encrypted with, wrapped by the master key. The newest encrypts; older ones only open, for as
 * long as a value, or the life line of one, was encrypted with them. The key of the blind index does not change, or equal
 * values would not be found.
 */
@Component
class DataKeys implements SmartInitializingSingleton {

    /** How long another server's newer key may go unnoticed. */
    private static final Duration FRESH = Duration.ofMinutes(1);

    private record Current(DataKey key, Instant since) {}

    /** @param secret from which the key of a column and row is made */
    record DataKey(String id, byte[] secret) {}

    private static final int BYTES = 32;
    private static final String VALUES = "VALUES";
    private static final String INDEX = "INDEX";

    private final JdbcClient database;
    private final MasterKey master;
    private final TransactionTemplate own;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, DataKey> known = new ConcurrentHashMap<>();
    private final Clock clock;
    private volatile @Nullable Current current;
    private volatile @Nullable DataKey index;

    DataKeys(JdbcClient database, MasterKey master, PlatformTransactionManager transactions, Clock clock) {
        this.clock = clock;
        this.database = database;
        this.master = master;
        this.own = new TransactionTemplate(transactions);
        own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** The one that encrypts now. Another server may have made a newer one. */
    DataKey current() {
        var now = clock.instant();
        var known = current;
        if (known == null || known.since().plus(FRESH).isBefore(now)) {
            known = new Current(newest(VALUES), now);
            current = known;
        }
        return known.key();
    }

    void lookAgain() {
        current = null;
    }

    DataKey index() {
        var one = index;
        if (one == null) {
            one = newest(INDEX);
            index = one;
        }
        return one;
    }

    DataKey get(String id) {
        var one = known.get(id);
        if (one == null) {
            one = read(id);
            known.put(id, one);
        }
        return one;
    }

    private DataKey read(String id) {
        return database.sql("select wrapped from safeguard.data_key where id = :id")
                .param("id", id)
                .query(byte[].class)
                .optional()
                .map(wrapped -> new DataKey(id, master.unwrap(wrapped, "data-key", id)))
                .orElseThrow(() -> new CannotOpen("its key " + id + " is not there"));
    }

    private DataKey newest(String use) {
        return database.sql("select id from safeguard.data_key where use = :use order by made_at desc, id limit 1")
                .param("use", use)
                .query(String.class)
                .optional()
                .map(this::get)
                .orElseGet(() -> first(use));
    }

    /** In a transaction of its own: what is encrypted must never be kept while its key is not. */
    private DataKey first(String use) {
        return get(Objects.requireNonNull(own.execute(transaction -> {
            database.sql("select pg_advisory_xact_lock(hashtextextended('safeguard.data_key', 7))")
                    .query(row -> {});
            var there = database.sql("select id from safeguard.data_key where use = :use limit 1")
                    .param("use", use)
                    .query(String.class)
                    .optional();
            return there.orElseGet(() -> make(use));
        })));
    }

    /** From now on values are encrypted with a new key. */
    String makeNew() {
        var id = make(VALUES);
        lookAgain();
        return id;
    }

    private String make(String use) {
        return Unscoped.because("keys are made by the house, whoever asks for one", () -> made(use));
    }

    private String made(String use) {
        var none = database.sql("select not exists (select from safeguard.data_key)")
                .query(Boolean.class)
                .single();
        if (none) {
            master.makeIfAbsent();
        }
        var secret = new byte[BYTES];
        random.nextBytes(secret);
        var id = "k" + Long.toString(Math.abs(random.nextLong()), Character.MAX_RADIX);
        database.sql("insert into safeguard.data_key (id, use, wrapped) values (:id, :use, :wrapped)")
                .param("id", id)
                .param("use", use)
                .param("wrapped", master.wrap(secret, "data-key", id))
                .update();
        return id;
    }

    /** A house whose values cannot be opened does not start: what is written then could be lost as well. */
    @Override
    public void afterSingletonsInstantiated() {
        try {
            database.sql("select id from safeguard.data_key")
                    .query(String.class)
                    .list()
                    .forEach(this::get);
        } catch (CannotOpen other) {
            throw new Refused(SafeguardRefusal.MASTER_KEY_ABSENT, Map.of("file", "master.key"));
        }
    }
}
