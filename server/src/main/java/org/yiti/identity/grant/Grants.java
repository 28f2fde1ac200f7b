package org.yiti.identity.grant;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yiti.identity.Account;
import org.yiti.identity.Permission;
import org.yiti.identity.Purpose;
import org.yiti.identity.Reach;
import org.yiti.identity.Role;

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

    /** One that nobody has ended: in force, or coming. */
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

    Optional<Kept> lasting(UUID id) {
        return database.sql("""
                        select id, account_id, role, permission, institution_id, ends_at, delegated_from from identity.grant g
                         where id = :id and identity.lasts(g, cast(:now as timestamptz))
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
            throw Constraints.worded(never, Map.of("days", Delegate.LONGEST.toDays()));
        }
    }

    /** What nobody gives: to the first account, and to those of the demonstration. */
    public void giveByTheHouse(String account, Role role, @Nullable UUID institution) {
        var to = holder(account).orElseThrow();
        add(
                new New(to.id(), role, null, institution, Purpose.DAILY, null, clock.instant(), null, null),
                Account.HOUSE.account());
    }

    /** Where any right of an account reaches or will, for whatever purpose, its own or passed on to it. */
    public Reach reach(long account) {
        return database
                .sql(
                        "select distinct institution_id from identity.grant g where account_id = :account and identity.lasts(g, cast(:now as timestamptz))")
                .param("account", account)
                .param("now", now())
                .query((row, n) -> {
                    var root = row.getObject(1, UUID.class);
                    return root == null ? Reach.EVERYWHERE : new Reach(false, Set.of(root));
                })
                .list()
                .stream()
                .reduce(Reach.NOWHERE, Reach::and);
    }

    /** Whether somebody is or will be security or audit administrator, whom the system administrator must not be able to become. */
    public boolean holdsAnothersOffice(long account) {
        return holdsAnyOf(account, Set.of(Permission.GRANT, Permission.AUDIT));
    }

    /** Whether somebody has or will have any of these, by whatever role or for whatever purpose. */
    public boolean holdsAnyOf(long account, Set<Permission> permissions) {
        return database.sql("""
                        select exists (select from identity.grant g where account_id = :account and identity.lasts(g, cast(:now as timestamptz))
                                          and (permission = any (:permissions) or role = any (:roles)))
                        """)
                .param("account", account)
                .param("now", now())
                .param("permissions", permissions.stream().map(Permission::name).toArray(String[]::new))
                .param("roles", Role.namesWith(permissions))
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
