package org.yiti.safeguard.retention;

import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yiti.kernel.Retained;

/** What the audit log keeps in clear beside it. Entries, hashes and proofs stay as they are. */
@Component
class ClearText implements Retained {

    private static final String OLD = " where at < :before and (clear is not null or salt is not null)";

    private final JdbcClient database;

    ClearText(JdbcClient database) {
        this.database = database;
    }

    @Override
    public String period() {
        return "audit-clear-text";
    }

    @Override
    public long count(Instant before) {
        return database.sql("select count(*) from safeguard.entry" + OLD)
                .param("before", before.atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .single();
    }

    @Override
    public int purge(Instant before, int most) {
        return database.sql(
                        "update safeguard.entry set clear = null, salt = null where seq in (select seq from safeguard.entry"
                                + OLD + " order by seq limit :most)")
                .param("before", before.atOffset(ZoneOffset.UTC))
                .param("most", most)
                .update();
    }
}
