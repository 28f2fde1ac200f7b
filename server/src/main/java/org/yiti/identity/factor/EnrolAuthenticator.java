package org.yiti.identity.factor;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yiti.identity.AccountEvent;
import org.yiti.identity.AccountEvent.What;
import org.yiti.identity.IdentityRefusal;
import org.yiti.identity.LiveSession;
import org.yiti.identity.Scope;
import org.yiti.identity.secret.Policy;
import org.yiti.kernel.Refused;
import org.yiti.kernel.UseCase;

/** Somebody adds an authenticator app to their account, or takes one away. */
@UseCase
class EnrolAuthenticator {

    record Listed(
            UUID id,
            String name,
            Instant createdAt,
            @Nullable Instant usedAt) {}

    record Overview(List<Listed> authenticators, int recoveryCodesLeft, boolean needed) {}

    /**
     * @param secret base32, to be typed
     * @param address the same as {@code otpauth://} address, to be scanned
     */
    record Drawn(UUID id, String secret, String address) {}

    private final JdbcClient database;
    private final Factors factors;
    private final RecoveryCodes recovery;
    private final Policy policy;
    private final Scope scope;
    private final ApplicationEventPublisher events;

    EnrolAuthenticator(
            JdbcClient database,
            Factors factors,
            RecoveryCodes recovery,
            Policy policy,
            Scope scope,
            ApplicationEventPublisher events) {
        this.database = database;
        this.factors = factors;
        this.recovery = recovery;
        this.policy = policy;
        this.scope = scope;
        this.events = events;
    }

    Overview overview(long account) {
        var authenticators =
                database.sql("""
                        select id, name, created_at, used_at from identity.authenticator
                         where account_id = :account and confirmed_at is not null order by created_at
                        """).param("account", account).query(Listed.class).list();
        return new Overview(authenticators, recovery.left(account), policy.secondFactor());
    }

    /** A secret that counts once a code of it was sent. */
    Drawn draw(LiveSession session, String account, String name) {
        factors.refuseUnproved(session);
        factors.refuseDemonstration(session.accountId());
        var secret = Totp.drawSecret();
        var id = factors.add(session.accountId(), name, secret);
        return new Drawn(id, Totp.base32(secret), Totp.address(account, secret));
    }

    /** Recovery codes, where the account has none yet. */
    List<String> confirm(LiveSession session, UUID id, String code) {
        if (!factors.confirm(session.accountId(), id, code)) {
            throw new Refused(IdentityRefusal.WRONG_CODE);
        }
        tell(What.FACTOR_ADDED);
        var codes = factors.added(session);
        if (!codes.isEmpty()) {
            tell(What.RECOVERY_CODES_DRAWN);
        }
        return codes;
    }

    List<String> drawRecoveryCodes(long account) {
        factors.refuseDemonstration(account);
        tell(What.RECOVERY_CODES_DRAWN);
        return recovery.draw(account);
    }

    void remove(long account, UUID id) {
        int removed = database.sql(
                        "delete from identity.authenticator where id = :id and account_id = :account and confirmed_at is not null")
                .param("id", id)
                .param("account", account)
                .update();
        if (removed == 0) {
            throw new Refused(IdentityRefusal.AUTHENTICATOR_NOT_FOUND);
        }
        factors.refuseNone(account);
        tell(What.FACTOR_REMOVED);
    }

    private void tell(What what) {
        var owner = scope.account();
        events.publishEvent(new AccountEvent(what, owner.account(), owner.institutionId(), Map.of("how", "totp")));
    }
}
