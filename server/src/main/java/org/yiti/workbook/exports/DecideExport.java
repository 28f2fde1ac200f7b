package org.yiti.workbook.exports;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yiti.identity.Permission;
import org.yiti.identity.Scope;
import org.yiti.kernel.Refused;
import org.yiti.kernel.UseCase;
import org.yiti.safeguard.Act;
import org.yiti.safeguard.Audit;
import org.yiti.workbook.WorkbookRefusal;

/** A second person agrees that a file leaves, or does not. */
@UseCase
class DecideExport {

    record Request(
            @NotNull Boolean approve,
            @Nullable @Size(max = 500) String note) {}

    private final ExportRequests requests;
    private final Scope scope;
    private final Audit audit;

    DecideExport(ExportRequests requests, Scope scope, Audit audit) {
        this.requests = requests;
        this.scope = scope;
        this.audit = audit;
    }

    void handle(UUID id, Request request) {
        scope.require(Permission.EXPORT_APPROVAL);
        var asked = requests.get(id);
        if (requests.isOnesOwn(asked)) {
            throw new Refused(WorkbookRefusal.EXPORT_OF_ONES_OWN);
        }
        scope.require(Permission.EXPORT_APPROVAL, asked.institution());
        if (!request.approve() && (request.note() == null || request.note().isBlank())) {
            throw new Refused(WorkbookRefusal.EXPORT_REJECTED_WITHOUT_REASON);
        }
        if (!requests.decide(id, request.approve(), request.note())) {
            throw new Refused(WorkbookRefusal.EXPORT_NOT_OPEN);
        }
        audit.record(Act.of(request.approve() ? "export.approved" : "export.rejected", "workbook.export_request", id)
                .in(asked.institution())
                .with("note", request.note()));
    }
}
