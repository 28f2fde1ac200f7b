package org.yiti.supervision.evidence;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.yiti.identity.Permission;
import org.yiti.identity.Scope;
import org.yiti.kernel.UseCase;
import org.yiti.safeguard.Act;
import org.yiti.safeguard.Audit;
import org.yiti.safeguard.Purpose;
import org.yiti.safeguard.Reason;
import org.yiti.supervision.CaseDossiers;

/** Asks for the evidence of a case with what is masked otherwise and with its papers. */
@UseCase
class AskForPackage {

    record Request(
            @NotNull Purpose purpose,
            @NotNull @Size(min = 4, max = 500) String reason) {}

    private final CaseDossiers cases;
    private final PackageRequests requests;
    private final Scope scope;
    private final Audit audit;

    AskForPackage(CaseDossiers cases, PackageRequests requests, Scope scope, Audit audit) {
        this.cases = cases;
        this.requests = requests;
        this.scope = scope;
        this.audit = audit;
    }

    UUID handle(UUID id, Request request) {
        var file = cases.tell(id);
        scope.require(Permission.REVEAL, file.institution());
        var reason = Reason.said(request.reason());
        var asked = requests.add(id, request.purpose(), reason);
        audit.record(Act.of("case.package-requested", "supervision.case_file", id)
                .in(file.institution())
                .with("request", asked)
                .with("purpose", request.purpose())
                .with("reason", reason));
        return asked;
    }
}
