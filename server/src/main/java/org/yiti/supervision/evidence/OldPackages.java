package org.yiti.supervision.evidence;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yiti.kernel.RetainedRows;

/** Who asked for the whole of a case and why, and who agreed; packages themselves are made anew and kept nowhere. */
@Component
class OldPackages extends RetainedRows {

    OldPackages(JdbcClient database) {
        super(
                database,
                "case-packages",
                "select count(*) from supervision.case_package where requested_at < :before",
                """
                delete from supervision.case_package where id in
                       (select id from supervision.case_package where requested_at < :before limit :most)
                """);
    }
}
