package org.yiti.supervision.evidence;

import java.util.UUID;
import org.yiti.identity.Permission;
import org.yiti.identity.Scope;
import org.yiti.kernel.Refused;
import org.yiti.kernel.UseCase;
import org.yiti.safeguard.Act;
import org.yiti.safeguard.Audit;
import org.yiti.supervision.CaseDossiers;
import org.yiti.supervision.SupervisionRefusal;

/** That evidence leaves is sealed before it does: the package itself proves it. */
@UseCase
class TakePackage {

    private final CaseDossiers cases;
    private final PackageRequests requests;
    private final Scope scope;
    private final Audit audit;

    TakePackage(CaseDossiers cases, PackageRequests requests, Scope scope, Audit audit) {
        this.cases = cases;
        this.requests = requests;
        this.scope = scope;
        this.audit = audit;
    }

    /** Masked, and without the files of papers. */
    void masked(UUID id) {
        var file = cases.tell(id);
        audit.record(Act.of("case.package-taken", "supervision.case_file", id)
                .in(file.institution())
                .with("contents", "masked"));
    }

    /** Once, in time, and only by who asked for it. */
    void approved(UUID id, UUID asked) {
        var file = cases.tell(id);
        scope.require(Permission.REVEAL, file.institution());
        if (!requests.get(id, asked, file.institution()).mine()) {
            throw new Refused(SupervisionRefusal.PACKAGE_NOT_FOUND);
        }
        if (!requests.take(asked)) {
            throw new Refused(SupervisionRefusal.PACKAGE_NOT_APPROVED);
        }
        audit.record(Act.of("case.package-taken", "supervision.case_file", id)
                .in(file.institution())
                .with("request", asked)
                .with("contents", "whole"));
    }
}
