package org.yiti.telemetry.facts;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yiti.kernel.RetainedRows;

/** What terminals said that could not be stored: it may say where somebody was, and is looked at soon or never. */
@Component
class OldSetAside extends RetainedRows {

    OldSetAside(JdbcClient database) {
        super(database, "terminal-set-aside", "select count(*) from telemetry.set_aside where at < :before", """
                delete from telemetry.set_aside where id in (select id from telemetry.set_aside where at < :before limit :most)
                """);
    }
}
