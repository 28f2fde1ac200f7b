package org.yiti.identity.grant;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.yiti.identity.AccountEvent;
import org.yiti.identity.AccountEvent.What;
import org.yiti.identity.IdentityRefusal;
import org.yiti.identity.Permission;
import org.yiti.identity.Purpose;
import org.yiti.identity.Scope;
import org.yiti.kernel.Refused;
import org.yiti.kernel.UseCase;

/** Somebody who is away has another stand in for them: with some of their own rights, for a month at most. */
@UseCase
class Delegate {

    static final Duration LONGEST = Duration.ofDays(30);

    /**
     * @param account of whoever stands in
     * @param grants one's own, none of an administrator's duty and none delegated
     */
    record Request(
            @NotBlank @Size(max = 100) String account,
            @NotEmpty @Size(max = 50) List<UUID> grants,
            @NotNull Instant endsAt,
            @NotBlank @Size(max = 200) String reason) {}

    private final Grants grants;
    private final ChangePurpose purpose;
    private final Scope scope;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Delegate(Grants grants, ChangePurpose purpose, Scope scope, Clock clock, ApplicationEventPublisher events) {
        this.grants = grants;
        this.purpose = purpose;
        this.scope = scope;
        this.clock = clock;
        this.events = events;
    }

    List<UUID> delegate(Request wish) {
        var me = scope.account();
        if (wish.account().equals(me.account())) {
            throw new Refused(IdentityRefusal.OWN_ACCOUNT);
        }
        var now = clock.instant();
        if (!wish.endsAt().isAfter(now) || wish.endsAt().isAfter(now.plus(LONGEST))) {
            throw new Refused(IdentityRefusal.DELEGATION_TOO_LONG, Map.of("days", LONGEST.toDays()));
        }
        // First what is one's own: who has nothing to pass on learns of no name.
        var sources = wish.grants().stream().distinct().map(this::own).toList();
        // Whom one can choose, and no other: a name outside of one's part is answered as one that nobody has.
        var visible = scope.institutions(Permission.READ, Permission.ACCOUNT, Permission.GRANT);
        var to = grants.holder(wish.account())
                .filter(Grants.Holder::enabled)
                .filter(holder ->
                        visible == null || holder.institutionId() != null && visible.contains(holder.institutionId()))
                .orElseThrow(() -> new Refused(IdentityRefusal.ACCOUNT_NOT_FOUND));
        var passed = sources.stream()
                .map(source -> grants.add(passedOn(source, to, wish, now), me.account()))
                .toList();
        events.publishEvent(new AccountEvent(
                What.DELEGATED,
                to.account(),
                to.institutionId(),
                Map.of(
                        "until", wish.endsAt().toString(),
                        "reason", wish.reason(),
                        "grants", passed.toString())));
        return passed;
    }

    private static Grants.New passedOn(Grants.Kept source, Grants.Holder to, Request wish, Instant now) {
        var ends = source.endsAt() != null && source.endsAt().isBefore(wish.endsAt()) ? source.endsAt() : wish.endsAt();
        return new Grants.New(
                to.id(),
                source.role(),
                source.permission(),
                source.institutionId(),
                Purpose.STAND_IN,
                wish.reason(),
                now,
                ends,
                source.id());
    }

    /** By whoever gave it or whoever got it. */
    void end(UUID id) {
        var me = scope.account().account();
        var passed = grants.lasting(id)
                .filter(kept -> kept.delegatedFrom() != null)
                .orElseThrow(() -> new Refused(IdentityRefusal.GRANT_NOT_FOUND));
        var to = grants.holder(passed.accountId()).orElseThrow();
        var isMine = grants.lasting(Objects.requireNonNull(passed.delegatedFrom()))
                .flatMap(source -> grants.holder(source.accountId()))
                .filter(giver -> giver.account().equals(me))
                .isPresent();
        if (!isMine && !to.account().equals(me)) {
            throw new Refused(IdentityRefusal.GRANT_NOT_FOUND);
        }
        grants.revoke(id, me);
        events.publishEvent(
                new AccountEvent(What.REVOKED, to.account(), to.institutionId(), Map.of("grant", id.toString())));
        // From whom it was taken is told so, and chooses; who gives it back has chosen.
        if (to.account().equals(me)) {
            purpose.goOnByOwn();
        }
    }

    private Grants.Kept own(UUID id) {
        var grant = grants.lasting(id)
                .filter(kept -> grants.holder(kept.accountId())
                        .filter(holder ->
                                holder.account().equals(scope.account().account()))
                        .isPresent())
                .orElseThrow(() -> new Refused(IdentityRefusal.GRANT_NOT_FOUND));
        if (grant.isAdministratorsDuty() || grant.delegatedFrom() != null) {
            throw new Refused(IdentityRefusal.NOT_TO_BE_DELEGATED);
        }
        return grant;
    }
}
