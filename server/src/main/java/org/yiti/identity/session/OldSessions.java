package org.yiti.identity.session;

import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yiti.kernel.Retained;

/** Who came and went, from which address. Failed attempts stand in the audit log. */
@Component
class OldSessions implements Retained {

    private final JdbcClient database;

    OldSessions(JdbcClient database) {
        this.database = database;
    }

    @Override
    public String period() {
        return "network-logs";
    }

    @Override
    public long count(Instant before) {
        return database.sql("select count(*) from identity.session where seen_at < :before")
                .param("before", before.atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .single();
    }

    @Override
    public int purge(Instant before, int most) {
        return database.sql(
                        "delete from identity.session where id in (select id from identity.session where seen_at < :before limit :most)")
                .param("before", before.atOffset(ZoneOffset.UTC))
                .param("most", most)
                .update();
    }
}
