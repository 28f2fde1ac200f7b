package org.yiti.identity.grant;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yiti.identity.IdentityRefusal;
import org.yiti.identity.Permission;
import org.yiti.identity.Purpose;
import org.yiti.identity.Role;
import org.yiti.kernel.Refused;

/** The grants as they are kept: none is ever changed or removed, only ended. */
@Component
public class Grants {

    /** Whom something is granted to, or was. */
    record Holder(
            long id, String account, String name, @Nullable UUID institutionId, boolean everything, boolean enabled) {}

    /** @param institutionId null for everywhere */
    record New(
            long accountId,
            @Nullable Role role,
            @Nullable Permission permission,
            @Nullable UUID institutionId,
            Purpose purpose,
            @Nullable String reason,
            Instant startsAt,
            @Nullable Instant endsAt,
            @Nullable UUID delegatedFrom) {}

    /** One in force. */
    record Kept(
            UUID id,
            long accountId,
            @Nullable Role role,
            @Nullable Permission permission,
            @Nullable UUID institutionId,
            @Nullable Instant endsAt,
            @Nullable UUID delegatedFrom) {

        boolean isAdministratorsDuty() {
            return role != null && role.isAdministratorsDuty();
        }
    }

    private static final String HOLDER =
            "select id, account, name, institution_id, everything, enabled from identity.account where ";

    private final JdbcClient database;
    private final Clock clock;
    private final Offices offices;

    Grants(JdbcClient database, Clock clock, Offices offices) {
        this.offices = offices;
        this.database = database;
        this.clock = clock;
    }

    Optional<Holder> holder(long id) {
        return database.sql(HOLDER + "id = :id")
                .param("id", id)
                .query(Holder.class)
                .optional();
    }

    Optional<Holder> holder(String account) {
        return database.sql(HOLDER + "account = :account")
                .param("account", account)
                .query(Holder.class)
                .optional();
    }

    Optional<Kept> inForce(UUID id) {
        return database.sql("""
                        select id, account_id, role, permission, institution_id, ends_at, delegated_from from identity.grant
                         where id = :id and revoked_at is null and (ends_at is null or ends_at > cast(:now as timestamptz))
                        """)
                .param("id", id)
                .param("now", now())
                .query(Kept.class)
                .optional();
    }

    /** The database refuses whatever must never be, whoever asks and by whatever way. */
    UUID add(New grant, String by) {
        try {
            return database.sql("""
                            insert into identity.grant (account_id, holder, role, permission, institution_id, purpose, reason, starts_at, ends_at,
                                                        granted_at, granted_by, delegated_from)
                            values (:account, '', :role, :permission, :institution, :purpose, :reason, :from, :until, :now, :by, :source)
                            returning id
                            """)
                    .param("account", grant.accountId())
                    .param("role", grant.role() == null ? null : grant.role().name(), Types.VARCHAR)
                    .param(
                            "permission",
                            grant.permission() == null
                                    ? null
                                    : grant.permission().name(),
                            Types.VARCHAR)
                    .param("institution", grant.institutionId(), Types.OTHER)
                    .param("purpose", grant.purpose().name())
                    .param("reason", grant.reason(), Types.VARCHAR)
                    .param("from", Timestamp.from(grant.startsAt()))
                    .param("until", grant.endsAt() == null ? null : Timestamp.from(grant.endsAt()), Types.TIMESTAMP)
                    .param("now", now())
                    .param("by", by)
                    .param("source", grant.delegatedFrom(), Types.OTHER)
                    .query(UUID.class)
                    .single();
        } catch (DataIntegrityViolationException never) {
            throw named(never);
        }
    }

    /** What the database refuses, in words. */
    public static RuntimeException named(DataIntegrityViolationException never) {
        var told = String.valueOf(never.getMessage());
        if (told.contains("one_person_has_one_administrators_duty")) {
            return new Refused(IdentityRefusal.ANOTHER_DUTY_HELD);
        }
        if (told.contains("nobody grants themselves")) {
            return new Refused(IdentityRefusal.OWN_ACCOUNT);
        }
        if (told.contains("administrators_duties_are_granted_as_roles")
                || told.contains("administrators_duties_are_not_delegated")
                || told.contains("what was delegated is not delegated further")) {
            return new Refused(IdentityRefusal.NOT_TO_BE_DELEGATED);
        }
        return never;
    }

    /** Whether somebody is security or audit administrator, whom the system administrator must not be able to become. */
    public boolean holdsAnothersOffice(long account) {
        return database.sql("""
                        select exists (select from identity.grant where account_id = :account and valid @> cast(:now as timestamptz)
                                          and duty in ('SECURITY_ADMINISTRATOR', 'AUDIT_ADMINISTRATOR'))
                        """)
                .param("account", account)
                .param("now", now())
                .query(Boolean.class)
                .single();
    }

    /** Ends one, and whatever of it was passed on. */
    void revoke(UUID id, String by) {
        database.sql("""
                        update identity.grant set revoked_at = :now, revoked_by = :by
                         where (id = :id or delegated_from = :id) and revoked_at is null
                        """).param("now", now()).param("by", by).param("id", id).update();
    }

    /** Ends all that somebody has, and all that they passed on. */
    public void revokeAll(long account, String by) {
        offices.refuseIfLast(account, null);
        database.sql("""
                        update identity.grant g set revoked_at = :now, revoked_by = :by
                         where revoked_at is null
                           and (account_id = :account
                                or exists (select from identity.grant s where s.id = g.delegated_from and s.account_id = :account))
                        """)
                .param("now", now())
                .param("by", by)
                .param("account", account)
                .update();
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
