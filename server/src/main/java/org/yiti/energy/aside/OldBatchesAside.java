package org.yiti.energy.aside;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yiti.kernel.RetainedRows;

/** Batches that nobody could read: they may hold anything, and are looked at soon or never. */
@Component
class OldBatchesAside extends RetainedRows {

    OldBatchesAside(JdbcClient database) {
        super(database, "batches-set-aside", "select count(*) from energy.batch_set_aside where at < :before", """
                delete from energy.batch_set_aside where id in (select id from energy.batch_set_aside where at < :before limit :most)
                """);
    }
}
