package org.yiti.workbook.exports;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yiti.identity.Permission;
import org.yiti.kernel.Refused;
import org.yiti.kernel.UseCase;
import org.yiti.safeguard.Act;
import org.yiti.workbook.WorkbookRefusal;

/** A second person agrees that a file leaves, or does not. */
@UseCase
class DecideExport {

    record Request(
            @NotNull Boolean approve,
            @Nullable @Size(max = 500) String note) {}

    private final JdbcClient database;
    private final ExportRequests requests;
    private final Trail trail;

    DecideExport(JdbcClient database, ExportRequests requests, Trail trail) {
        this.database = database;
        this.requests = requests;
        this.trail = trail;
    }

    void handle(UUID id, Request request) {
        trail.scope().require(Permission.EXPORT_APPROVAL);
        var asked = requests.get(id);
        if (asked.mine()) {
            throw new Refused(WorkbookRefusal.EXPORT_OF_ONES_OWN);
        }
        if (!request.approve() && (request.note() == null || request.note().isBlank())) {
            throw new Refused(WorkbookRefusal.EXPORT_REJECTED_WITHOUT_REASON);
        }
        var now = trail.clock().instant().atOffset(ZoneOffset.UTC);
        var decided = database.sql("""
                        update workbook.export_request
                           set state = :state, decided_by = :me, decided_at = :now, note = :note, expires_at = :until
                         where id = :id and state = 'REQUESTED' and expires_at > :now
                        """)
                .param("state", request.approve() ? "APPROVED" : "REJECTED")
                .param("me", trail.scope().account().account())
                .param("now", now)
                .param("note", request.note())
                .param("until", now.plus(trail.expiry()))
                .param("id", id)
                .update();
        if (decided == 0) {
            throw new Refused(WorkbookRefusal.EXPORT_NOT_OPEN);
        }
        trail.tell(Act.of(request.approve() ? "export.approved" : "export.rejected", "workbook.export_request", id)
                .with("note", request.note()));
    }
}
