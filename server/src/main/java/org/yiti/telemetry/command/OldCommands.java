package org.yiti.telemetry.command;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yiti.kernel.RetainedRows;

/** What terminals were told and what they answered, once that is settled; who asked for it stands in the audit for good. */
@Component
class OldCommands extends RetainedRows {

    OldCommands(JdbcClient database) {
        super(
                database,
                "terminal-commands",
                "select count(*) from telemetry.command where asked_at < :before and state not in ('QUEUED', 'SENT')",
                """
                delete from telemetry.command where id in
                       (select id from telemetry.command where asked_at < :before and state not in ('QUEUED', 'SENT') limit :most)
                """);
    }
}
