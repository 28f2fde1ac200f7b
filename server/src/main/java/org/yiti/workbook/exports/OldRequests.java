package org.yiti.workbook.exports;

import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yiti.kernel.Retained;

/** Who took which values away, and who agreed. */
@Component
class OldRequests implements Retained {

    private final JdbcClient database;

    OldRequests(JdbcClient database) {
        this.database = database;
    }

    @Override
    public String period() {
        return "exports";
    }

    @Override
    public long count(Instant before) {
        return database.sql("select count(*) from workbook.export_request where expires_at < :before")
                .param("before", before.atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .single();
    }

    @Override
    public int purge(Instant before, int most) {
        return database.sql(
                        "delete from workbook.export_request where id in (select id from workbook.export_request where expires_at < :before limit :most)")
                .param("before", before.atOffset(ZoneOffset.UTC))
                .param("most", most)
                .update();
    }
}
