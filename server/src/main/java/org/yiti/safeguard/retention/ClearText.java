package org.yiti.safeguard.retention;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yiti.kernel.RetainedRows;

/** What the audit log keeps in clear beside it. Entries, hashes and proofs stay as they are. */
@Component
class ClearText extends RetainedRows {

    ClearText(JdbcClient database) {
        super(
                database,
                "audit-clear-text",
                "select count(*) from safeguard.entry where at < :before and (clear is not null or salt is not null or rows is not null)",
                """
                update safeguard.entry set clear = null, salt = null, rows = null where seq in
                       (select seq from safeguard.entry where at < :before and (clear is not null or salt is not null or rows is not null)
                         order by seq limit :most)
                """);
    }
}
