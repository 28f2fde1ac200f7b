package org.yiti.safeguard.cipher;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.yiti.safeguard.Act;
import org.yiti.safeguard.Audit;

/**
 * Where nothing is left from before encryption. Until then a value that is not encrypted is one that has not been reached
 * yet; afterwards somebody has put it there who has no key, and it is neither shown nor made to look genuine.
 */
@Component
class AllSealed {

    private final JdbcClient database;
    private final Audit audit;
    private final TransactionTemplate transaction;

    AllSealed(JdbcClient database, Audit audit, PlatformTransactionManager transactions) {
        this.database = database;
        this.audit = audit;
        this.transaction = new TransactionTemplate(transactions);
    }

    static String name(String table, String column) {
        return table + "." + column;
    }

    boolean is(String place) {
        return database.sql("select exists (select from safeguard.sealed_place where name = :place)")
                .param("place", place)
                .query(Boolean.class)
                .single();
    }

    void refusePlain(String place) {
        if (is(place)) {
            throw new CannotOpen("it is not encrypted, and everything in " + place + " was");
        }
    }

    /** Once a run has gone through a place, unless something unencrypted is left there. */
    void seal(String place, String plainLeft) {
        if (is(place)) {
            return;
        }
        transaction.executeWithoutResult(status -> {
            var left = database.sql("select exists (" + plainLeft + ")")
                    .query(Boolean.class)
                    .single();
            if (!left
                    && database.sql("insert into safeguard.sealed_place (name) values (:place) on conflict do nothing")
                                    .param("place", place)
                                    .update()
                            == 1) {
                audit.record(Act.of("data.place-sealed", "safeguard.sealed_place", place));
            }
        });
    }
}
