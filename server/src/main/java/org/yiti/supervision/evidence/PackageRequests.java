package org.yiti.supervision.evidence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yiti.identity.Permission;
import org.yiti.identity.Scope;
import org.yiti.kernel.Refused;
import org.yiti.safeguard.Masking;
import org.yiti.safeguard.Place;
import org.yiti.safeguard.Purpose;
import org.yiti.supervision.SupervisionRefusal;

/** Requests for the evidence of cases. Whether the case may be seen at all is asked before. */
@Component
class PackageRequests {

    private final JdbcClient database;
    private final Scope scope;
    private final Masking masking;
    private final Clock clock;
    private final Duration expiry;

    PackageRequests(
            JdbcClient database,
            Scope scope,
            Masking masking,
            Clock clock,
            @Value("${yiti.exports.expiry}") Duration expiry) {
        this.database = database;
        this.scope = scope;
        this.masking = masking;
        this.clock = clock;
        this.expiry = expiry;
    }

    UUID add(UUID file, Purpose purpose, String reason) {
        return database.sql("""
                        insert into supervision.case_package (case_id, purpose, reason, requested_by, requested_at, expires_at)
                        values (:file, :purpose, :reason, :me, :now, :until) returning id
                        """)
                .param("file", file)
                .param("purpose", purpose.name())
                .param("reason", reason)
                .param("me", scope.account().account())
                .param("now", now())
                .param("until", now().plus(expiry))
                .query(UUID.class)
                .single();
    }

    /** @return whether there was still something to decide */
    boolean decide(UUID id, boolean approve, @Nullable String note) {
        return database.sql("""
                                update supervision.case_package
                                   set state = :state, decided_by = :me, decided_at = :now, note = :note::text, expires_at = :until
                                 where id = :id and state = 'REQUESTED' and expires_at > :now
                                """)
                        .param("state", approve ? "APPROVED" : "REJECTED")
                        .param("me", scope.account().account())
                        .param("now", now())
                        .param("note", note)
                        .param("until", now().plus(expiry))
                        .param("id", id)
                        .update()
                == 1;
    }

    /** @return whether it was agreed to, and nobody has taken it */
    boolean take(UUID id) {
        return database.sql("""
                                update supervision.case_package set state = 'TAKEN', taken_at = :now
                                 where id = :id and state = 'APPROVED' and requested_by = :me and expires_at > :now
                                """)
                        .param("now", now())
                        .param("me", scope.account().account())
                        .param("id", id)
                        .update()
                == 1;
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
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
                        select p.*, a.name as requester_name, d.name as decider_name
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
        var mine = row.getString("requested_by").equals(scope.account().account());
        var expires = at(row, "expires_at");
        var kept = PackageRequest.State.valueOf(row.getString("state"));
        var isOver = (kept == PackageRequest.State.REQUESTED || kept == PackageRequest.State.APPROVED)
                && !expires.isAfter(now());
        masking.told(new Place("supervision.case_package", id, institution, "reason"));
        return new PackageRequest(
                id,
                row.getObject("case_id", UUID.class),
                row.getString("purpose"),
                row.getString("reason"),
                isOver ? PackageRequest.State.EXPIRED : kept,
                person(row.getString("requested_by"), row.getString("requester_name")),
                at(row, "requested_at"),
                expires,
                row.getString("decided_by") == null
                        ? null
                        : person(row.getString("decided_by"), row.getString("decider_name")),
                row.getObject("decided_at") == null ? null : at(row, "decided_at"),
                row.getString("note"),
                mine,
                decides && !mine && !isOver && kept == PackageRequest.State.REQUESTED);
    }

    private static PackageRequest.Person person(String account, @Nullable String name) {
        return new PackageRequest.Person(account, name == null ? account : name);
    }

    private static OffsetDateTime at(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).withOffsetSameInstant(ZoneOffset.ofHours(8));
    }
}
