package org.yiti.supervision.evidence;

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
import org.yiti.supervision.CaseDossiers;
import org.yiti.supervision.SupervisionRefusal;

/** A second person agrees that the evidence leaves unmasked, or does not. */
@UseCase
class DecidePackage {

    record Request(
            @NotNull Boolean approve,
            @Nullable @Size(max = 500) String note) {}

    private final CaseDossiers cases;
    private final PackageRequests requests;
    private final Scope scope;
    private final Audit audit;

    DecidePackage(CaseDossiers cases, PackageRequests requests, Scope scope, Audit audit) {
        this.cases = cases;
        this.requests = requests;
        this.scope = scope;
        this.audit = audit;
    }

    void handle(UUID id, UUID asked, Request request) {
        var file = cases.tell(id);
        scope.require(Permission.EXPORT_APPROVAL, file.institution());
        if (requests.isOnesOwn(requests.get(id, asked, file.institution()))) {
            throw new Refused(SupervisionRefusal.PACKAGE_OF_ONES_OWN);
        }
        if (!request.approve() && (request.note() == null || request.note().isBlank())) {
            throw new Refused(SupervisionRefusal.NOTE_MISSING);
        }
        if (!requests.decide(asked, request.approve(), request.note())) {
            throw new Refused(SupervisionRefusal.PACKAGE_NOT_OPEN);
        }
        audit.record(Act.of(
                        request.approve() ? "case.package-approved" : "case.package-rejected",
                        "supervision.case_file",
                        id)
                .in(file.institution())
                .with("request", asked)
                .with("note", request.note()));
    }
}
