package org.yiti.workbook.exports;

import java.util.Map;
import java.util.UUID;
import org.yiti.identity.Permission;
import org.yiti.identity.Scope;
import org.yiti.kernel.Refused;
import org.yiti.kernel.UseCase;
import org.yiti.kernel.ledger.Ledgers;
import org.yiti.ledger.listing.Rows;
import org.yiti.safeguard.Act;
import org.yiti.safeguard.Audit;
import org.yiti.workbook.WorkbookRefusal;

/** Takes a file that was agreed to: once, in time, only who asked for it, and about as much as was agreed to. */
@UseCase
class TakeExport {

    /** What a ledger grows by between two days is no other file. */
    private static final int TENTH = 10;

    private final ExportRequests requests;
    private final Ledgers ledgers;
    private final Rows rows;
    private final Scope scope;
    private final Audit audit;

    TakeExport(ExportRequests requests, Ledgers ledgers, Rows rows, Scope scope, Audit audit) {
        this.requests = requests;
        this.ledgers = ledgers;
        this.rows = rows;
        this.scope = scope;
        this.audit = audit;
    }

    ExportRequest handle(UUID id) {
        var asked = requests.get(id);
        if (!asked.mine()) {
            throw new Refused(WorkbookRefusal.EXPORT_NOT_FOUND);
        }
        if (!requests.take(id)) {
            throw new Refused(WorkbookRefusal.EXPORT_NOT_APPROVED);
        }
        scope.require(Permission.REVEAL, asked.institution());
        var most = asked.rows() + Math.max(TENTH, asked.rows() / TENTH);
        var count = rows.count(
                ledgers.get(asked.ledger()), new Rows.Wanted(asked.filters(), asked.institution(), asked.sort()), (int)
                        Math.min(Integer.MAX_VALUE, most + 1));
        if (count > most) {
            throw new Refused(WorkbookRefusal.EXPORT_GREW, Map.of("rows", asked.rows()));
        }
        audit.record(Act.of("export.taken", "workbook.export_request", id)
                .in(asked.institution())
                .with("ledger", asked.ledger())
                .with("rows", count));
        return asked;
    }
}
