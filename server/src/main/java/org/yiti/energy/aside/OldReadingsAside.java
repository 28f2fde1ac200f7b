package org.yiti.energy.aside;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yiti.kernel.RetainedRows;

/** Readings that nobody mended the cause of: of no use once the books of their months are closed. */
@Component
class OldReadingsAside extends RetainedRows {

    OldReadingsAside(JdbcClient database) {
        super(database, "readings-set-aside", "select count(*) from energy.set_aside where at < :before", """
                delete from energy.set_aside where id in (select id from energy.set_aside where at < :before limit :most)
                """);
    }
}
