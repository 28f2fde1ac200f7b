package org.yiti.safeguard.cipher;

import java.security.SecureRandom;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yiti.identity.Unscoped;

/**
 * A secret for every row that has sealed values, without which they cannot be opened, wherever they are: in the table, in
 * the life line, in a copy. Destroying it destroys them (crypto-shredding).
 */
@Component
class Subjects {

    private static final int BYTES = 16;

    private final JdbcClient database;
    private final MasterKey master;
    private final SecureRandom random = new SecureRandom();

    Subjects(JdbcClient database, MasterKey master) {
        this.database = database;
        this.master = master;
    }

    /** Those of rows, made where there are none. */
    Map<UUID, byte[]> of(Collection<UUID> rows) {
        var found = find(rows);
        var made = new LinkedHashMap<UUID, byte[]>();
        for (var row : rows) {
            if (!found.containsKey(row) && !made.containsKey(row)) {
                var secret = new byte[BYTES];
                random.nextBytes(secret);
                made.put(row, master.wrap(secret, "subject", row.toString()));
            }
        }
        if (made.isEmpty()) {
            return found;
        }
        Unscoped.run("secrets are made by the house", () -> keep(made));
        return find(rows);
    }

    private void keep(Map<UUID, byte[]> made) {
        database.sql("""
                        insert into safeguard.subject (id, secret) select * from unnest(:ids::uuid[], :secrets::bytea[])
                        on conflict do nothing
                        """)
                .param("ids", made.keySet().toArray(UUID[]::new))
                .param("secrets", made.values().toArray(byte[][]::new))
                .update();
    }

    byte @Nullable [] find(UUID row) {
        return find(List.of(row)).get(row);
    }

    private Map<UUID, byte[]> find(Collection<UUID> rows) {
        var found = new HashMap<UUID, byte[]>();
        database.sql("select id, secret from safeguard.subject where id = any(:ids)")
                .param("ids", rows.toArray(UUID[]::new))
                .query(row -> {
                    var id = row.getObject("id", UUID.class);
                    found.put(id, unwrap(id, row.getBytes("secret")));
                });
        return found;
    }

    byte[] unwrap(UUID row, byte[] wrapped) {
        return master.unwrap(wrapped, "subject", row.toString());
    }

    boolean wasDestroyed(UUID row) {
        return Unscoped.because(
                "what was destroyed is told by the log alone",
                () -> database.sql(
                                "select exists (select from safeguard.entry where object_id = :id and action = 'data.destroyed')")
                        .param("id", row)
                        .query(Boolean.class)
                        .single());
    }

    boolean destroy(UUID row) {
        return Unscoped.because("and destroyed by it", () -> {
            forgetIndexes(row);
            return database.sql("delete from safeguard.subject where id = :id")
                            .param("id", row)
                            .update()
                    == 1;
        });
    }

    /**
     * By its index a value that nobody can open is still found to be the one that somebody knows. What the log has of it can
     * be compared with its hash no more: that is erased with the salt, and the entry itself stays as it was sealed.
     */
    private void forgetIndexes(UUID row) {
        database.sql("""
                        with forgotten as (
                            update lifeline.change c
                               set before = lifeline.without_indexes(before), after = lifeline.without_indexes(after)
                             where c.object_id = :id and (c.before::text like '%"~%' or c.after::text like '%"~%')
                            returning c.id)
                        update safeguard.entry e set salt = null
                         where e.object_id = :id and e.change_id in (select id from forgotten)
                        """).param("id", row).update();
    }
}
