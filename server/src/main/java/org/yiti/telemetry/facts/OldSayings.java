package org.yiti.telemetry.facts;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yiti.kernel.RetainedRows;

/** What else terminals said, as it came: most of it is of use for days only. */
@Component
class OldSayings extends RetainedRows {

    OldSayings(JdbcClient database) {
        super(database, "terminal-messages", "select count(*) from telemetry.message where received_at < :before", """
                delete from telemetry.message where id in
                       (select id from telemetry.message where received_at < :before limit :most)
                """);
    }
}
