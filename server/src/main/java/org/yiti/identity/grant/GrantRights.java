package org.yiti.identity.grant;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.yiti.identity.AccountEvent;
import org.yiti.identity.AccountEvent.What;
import org.yiti.identity.IdentityRefusal;
import org.yiti.identity.Permission;
import org.yiti.identity.Purpose;
import org.yiti.identity.Role;
import org.yiti.identity.Scope;
import org.yiti.kernel.Refused;
import org.yiti.kernel.UseCase;

/** The security administrator grants and revokes in their part of the tree, never to themselves. */
@UseCase
class GrantRights {

    /**
     * @param role or a single permission
     * @param institutionId where the part of the tree hangs; null for everywhere
     * @param startsAt null for at once
     * @param endsAt null for until it is revoked
     */
    record Request(
            long accountId,
            @Nullable Role role,
            @Nullable Permission permission,
            @Nullable UUID institutionId,
            @NotNull Purpose purpose,
            @Nullable @Size(max = 200) String reason,
            @Nullable Instant startsAt,
            @Nullable Instant endsAt) {}

    record First(long accountId, @NotNull Role role) {}

    private final Grants grants;
    private final Offices offices;
    private final Scope scope;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    GrantRights(Grants grants, Offices offices, Scope scope, Clock clock, ApplicationEventPublisher events) {
        this.grants = grants;
        this.offices = offices;
        this.scope = scope;
        this.clock = clock;
        this.events = events;
    }

    UUID grant(Request wish) {
        scope.require(Permission.GRANT);
        if ((wish.role() == null) == (wish.permission() == null)) {
            throw new Refused(IdentityRefusal.ROLE_OR_PERMISSION);
        }
        var to = other(wish.accountId());
        if (wish.institutionId() == null) {
            scope.require(Permission.GRANT, (UUID) null);
        } else {
            scope.subtree(Permission.GRANT, wish.institutionId());
        }
        var now = clock.instant();
        var from = wish.startsAt() == null || wish.startsAt().isBefore(now) ? now : wish.startsAt();
        if (wish.endsAt() != null && !wish.endsAt().isAfter(from)) {
            throw new Refused(IdentityRefusal.TERM_NOT_POSSIBLE);
        }
        return add(
                new Grants.New(
                        to.id(),
                        wish.role(),
                        wish.permission(),
                        wish.institutionId(),
                        wish.purpose(),
                        wish.reason(),
                        from,
                        wish.endsAt(),
                        null),
                to);
    }

    /** The system administrator brings the other two into office, as long as there is no security administrator to do it. */
    UUID grantFirst(First wish) {
        scope.require(Permission.ACCOUNT, (UUID) null);
        offices.lock();
        if (wish.role() != Role.SECURITY_ADMINISTRATOR && wish.role() != Role.AUDIT_ADMINISTRATOR) {
            throw new Refused(IdentityRefusal.NOT_PERMITTED, Map.of("permission", Permission.GRANT.code()));
        }
        if (offices.isThere(Role.SECURITY_ADMINISTRATOR)) {
            throw new Refused(IdentityRefusal.SECURITY_ADMINISTRATOR_THERE);
        }
        var to = grants.holder(wish.accountId())
                .filter(Grants.Holder::enabled)
                .orElseThrow(() -> new Refused(IdentityRefusal.ACCOUNT_NOT_FOUND));
        var grant = new Grants.New(to.id(), wish.role(), null, null, Purpose.DAILY, null, clock.instant(), null, null);
        return add(grant, to);
    }

    private UUID add(Grants.New grant, Grants.Holder to) {
        var id = grants.add(grant, scope.account().account());
        var details = new HashMap<String, String>();
        details.put("grant", id.toString());
        details.put("what", grant.role() != null ? grant.role().name() : String.valueOf(grant.permission()));
        details.put(
                "where",
                grant.institutionId() == null
                        ? "everywhere"
                        : grant.institutionId().toString());
        details.put("purpose", grant.purpose().name());
        details.put("until", grant.endsAt() == null ? "" : grant.endsAt().toString());
        details.put("reason", grant.reason() == null ? "" : grant.reason());
        events.publishEvent(new AccountEvent(What.GRANTED, to.account(), to.institutionId(), details));
        return id;
    }

    void revoke(UUID id) {
        scope.require(Permission.GRANT);
        var grant = grants.lasting(id)
                .filter(kept -> scope.contains(Permission.GRANT, kept.institutionId()))
                .orElseThrow(() -> new Refused(IdentityRefusal.GRANT_NOT_FOUND));
        var from = other(grant.accountId());
        if (grant.isAdministratorsDuty()) {
            offices.refuseIfLast(from.id(), id);
        }
        grants.revoke(id, scope.account().account());
        events.publishEvent(new AccountEvent(
                What.REVOKED,
                from.account(),
                from.institutionId(),
                Map.of(
                        "grant",
                        id.toString(),
                        "what",
                        grant.role() != null ? grant.role().name() : String.valueOf(grant.permission()))));
    }

    /** Somebody in scope who is not oneself. */
    private Grants.Holder other(long id) {
        var holder = grants.holder(id)
                .filter(Grants.Holder::enabled)
                .filter(one -> scope.contains(Permission.GRANT, one.everything() ? null : one.institutionId()))
                .orElseThrow(() -> new Refused(IdentityRefusal.ACCOUNT_NOT_FOUND));
        if (holder.account().equals(scope.account().account())) {
            throw new Refused(IdentityRefusal.OWN_ACCOUNT);
        }
        return holder;
    }
}
