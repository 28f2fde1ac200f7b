package org.yiti.supervision.evidence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yiti.identity.Permission;
import org.yiti.identity.Scope;
import org.yiti.kernel.Refused;
import org.yiti.safeguard.Masking;
import org.yiti.safeguard.Place;
import org.yiti.safeguard.Purpose;
import org.yiti.safeguard.release.Releases;
import org.yiti.supervision.SupervisionRefusal;

/** Requests for the evidence of cases. Whether the case may be seen at all is asked before. */
@Component
class PackageRequests {

    private static final String TABLE = "supervision.case_package";

    private final JdbcClient database;
    private final Scope scope;
    private final Masking masking;
    private final Releases releases;

    PackageRequests(JdbcClient database, Scope scope, Masking masking, Releases releases) {
        this.database = database;
        this.scope = scope;
        this.masking = masking;
        this.releases = releases;
    }

    UUID add(UUID file, Purpose purpose, String reason) {
        var asked = releases.asked();
        return database.sql("""
                        insert into supervision.case_package (case_id, purpose, reason, requested_by, requested_at, expires_at)
                        values (:file, :purpose, :reason, :me, :now, :until) returning id
                        """)
                .param("file", file)
                .param("purpose", purpose.name())
                .param("reason", reason)
                .param("me", asked.by())
                .param("now", asked.at())
                .param("until", asked.until())
                .query(UUID.class)
                .single();
    }

    /** @return whether there was still something to decide */
    boolean decide(UUID id, boolean approve, @Nullable String note) {
        return releases.decide(TABLE, id, approve, note);
    }

    /** @return whether it was agreed to, and nobody has taken it */
    boolean take(UUID id) {
        return releases.take(TABLE, id);
    }

    boolean isOnesOwn(PackageRequest request) {
        return releases.isOnesOwn(request.requestedBy().account());
    }

    List<PackageRequest> of(UUID file, UUID institution) {
        return asked("p.case_id = :id order by p.requested_at desc", file, institution);
    }

    PackageRequest get(UUID file, UUID id, UUID institution) {
        return asked("p.id = :id", id, institution).stream()
                .filter(request -> request.caseId().equals(file))
                .findFirst()
                .orElseThrow(() -> new Refused(SupervisionRefusal.PACKAGE_NOT_FOUND));
    }

    private List<PackageRequest> asked(String which, UUID id, UUID institution) {
        var decides = scope.contains(Permission.EXPORT_APPROVAL, institution);
        return database.sql("""
                        select p.*, a.name as requested_name, d.name as decided_name
                          from supervision.case_package p
                          left join identity.account a on a.account = p.requested_by
                          left join identity.account d on d.account = p.decided_by
                         where\s""" + which)
                .param("id", id)
                .query((row, n) -> read(row, institution, decides))
                .list();
    }

    private PackageRequest read(ResultSet row, UUID institution, boolean decides) throws SQLException {
        var id = row.getObject("id", UUID.class);
        var standing = releases.standing(row);
        masking.told(new Place(TABLE, id, institution, "reason"));
        return new PackageRequest(
                id,
                row.getObject("case_id", UUID.class),
                row.getString("purpose"),
                row.getString("reason"),
                standing.state(),
                standing.requestedBy(),
                standing.requestedAt(),
                standing.expiresAt(),
                standing.decidedBy(),
                standing.decidedAt(),
                standing.note(),
                standing.mine(),
                decides && standing.waits());
    }
}
