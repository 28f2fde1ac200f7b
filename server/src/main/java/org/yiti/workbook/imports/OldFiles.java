package org.yiti.workbook.imports;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yiti.kernel.Retained;

/** Workbooks of imports that are done with: what was to be kept of them is in the ledgers. */
@Component
class OldFiles implements Retained {

    private static final String DONE = """
             i.state in ('APPLIED', 'FAILED', 'CANCELLED', 'UNDONE') and i.created_at < :before
               and exists (select from workbook.import_chunk c where c.import_id = i.id)
            """;

    private final JdbcClient database;

    private final Imports imports;

    OldFiles(JdbcClient database, Imports imports) {
        this.database = database;
        this.imports = imports;
    }

    @Override
    public String period() {
        return "handed-in-files";
    }

    @Override
    public long count(Instant before) {
        return database.sql("select count(*) from workbook.import i where " + DONE)
                .param("before", before.atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .single();
    }

    @Override
    public int purge(Instant before, int most) {
        var done = database.sql("select i.id from workbook.import i where " + DONE + " limit :most")
                .param("before", before.atOffset(ZoneOffset.UTC))
                .param("most", most)
                .query(UUID.class)
                .list();
        done.forEach(imports::forgetFile);
        return done.size();
    }
}
