package org.yiti.workbook.exports;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yiti.kernel.RetainedRows;

/** Who took which values away, and who agreed. */
@Component
class OldRequests extends RetainedRows {

    OldRequests(JdbcClient database) {
        super(database, "exports", "select count(*) from workbook.export_request where expires_at < :before", """
                delete from workbook.export_request where id in
                       (select id from workbook.export_request where expires_at < :before limit :most)
                """);
    }
}
