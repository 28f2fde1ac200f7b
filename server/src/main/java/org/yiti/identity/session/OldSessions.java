package org.yiti.identity.session;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yiti.kernel.RetainedRows;

/** Who came and went, from which address. Failed attempts stand in the audit log. */
@Component
class OldSessions extends RetainedRows {

    OldSessions(JdbcClient database) {
        super(database, "network-logs", "select count(*) from identity.session where seen_at < :before", """
                delete from identity.session where id in
                       (select id from identity.session where seen_at < :before limit :most)
                """);
    }
}
