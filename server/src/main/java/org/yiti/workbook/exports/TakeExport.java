package org.yiti.workbook.exports;

import java.time.ZoneOffset;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yiti.kernel.Refused;
import org.yiti.kernel.UseCase;
import org.yiti.safeguard.Act;
import org.yiti.workbook.WorkbookRefusal;

/** Takes a file that was agreed to: once, in time, and only who asked for it. */
@UseCase
class TakeExport {

    private final JdbcClient database;
    private final ExportRequests requests;
    private final Trail trail;

    TakeExport(JdbcClient database, ExportRequests requests, Trail trail) {
        this.database = database;
        this.requests = requests;
        this.trail = trail;
    }

    ExportRequest handle(UUID id) {
        var asked = requests.get(id);
        if (!asked.mine()) {
            throw new Refused(WorkbookRefusal.EXPORT_NOT_FOUND);
        }
        var now = trail.clock().instant().atOffset(ZoneOffset.UTC);
        var taken = database.sql("""
                        update workbook.export_request set state = 'TAKEN', taken_at = :now
                         where id = :id and state = 'APPROVED' and expires_at > :now
                        """).param("now", now).param("id", id).update();
        if (taken == 0) {
            throw new Refused(WorkbookRefusal.EXPORT_NOT_APPROVED);
        }
        trail.tell(Act.of("export.taken", "workbook.export_request", id).with("ledger", asked.ledger()));
        return asked;
    }
}
