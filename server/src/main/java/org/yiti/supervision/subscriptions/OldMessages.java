package org.yiti.supervision.subscriptions;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yiti.kernel.RetainedRows;

/** What was sent to subscribers, or given up; what waits to be sent stays. */
@Component
class OldMessages extends RetainedRows {

    OldMessages(JdbcClient database) {
        super(
                database,
                "reminder-messages",
                "select count(*) from supervision.message where made_at < :before and state <> 'WAITING'",
                """
                delete from supervision.message where id in
                       (select id from supervision.message where made_at < :before and state <> 'WAITING' limit :most)
                """);
    }
}
