package org.yiti.identity.factor;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yiti.identity.AccountSecrets;
import org.yiti.identity.IdentityRefusal;
import org.yiti.identity.LiveSession;
import org.yiti.identity.secret.DemonstrationPassword;
import org.yiti.identity.secret.Policy;
import org.yiti.identity.session.Sessions;
import org.yiti.kernel.Refused;

/** The second factors of accounts. */
@Component
public class Factors {

    private record Secret(UUID id, long accountId, String secret, long lastStep) {}

    private final JdbcClient database;
    private final RecoveryCodes recovery;
    private final Policy policy;
    private final Clock clock;
    private final Sessions sessions;
    private final AccountSecrets secrets;

    Factors(
            JdbcClient database,
            RecoveryCodes recovery,
            Policy policy,
            Clock clock,
            Sessions sessions,
            AccountSecrets secrets) {
        this.sessions = sessions;
        this.secrets = secrets;
        this.database = database;
        this.recovery = recovery;
        this.policy = policy;
        this.clock = clock;
    }

    public boolean has(long account) {
        return database.sql("select exists (select from identity.second_factor where account_id = :account)")
                .param("account", account)
                .query(Boolean.class)
                .single();
    }

    /** Takes a code of an authenticator or a recovery code, once. Asks for a transaction: a code is taken with its use. */
    public boolean accept(long account, String code) {
        var signs = code.replace(" ", "");
        var enrolled =
                database.sql("""
                        select id, account_id, secret, last_step from identity.authenticator
                         where account_id = :account and confirmed_at is not null for update
                        """).param("account", account).query(Secret.class).list();
        return enrolled.stream().anyMatch(one -> accept(one, signs)) || recovery.accept(account, signs);
    }

    private boolean accept(Secret one, String code) {
        var secret = secrets.open(SecretsOfFactors.TOTP, one.accountId(), one.id(), one.secret());
        if (secret.isEmpty()) {
            return false;
        }
        var step = Totp.step(HexFormat.of().parseHex(secret.get()), code, clock.instant(), one.lastStep());
        step.ifPresent(used -> database.sql(
                        "update identity.authenticator set last_step = :step, used_at = :now, confirmed_at = coalesce(confirmed_at, :now) where id = :id")
                .param("step", used)
                .param("now", Timestamp.from(clock.instant()))
                .param("id", one.id())
                .update());
        return step.isPresent();
    }

    /** One that does not count yet, in the place of others that never did. */
    UUID add(long account, String name, byte[] secret) {
        database.sql("delete from identity.authenticator where account_id = :account and confirmed_at is null")
                .param("account", account)
                .update();
        var id = UUID.randomUUID();
        database.sql("""
                        insert into identity.authenticator (id, account_id, kind, name, secret, created_at)
                        values (:id, :account, 'TOTP', :name, :secret, :now)
                        """)
                .param("id", id)
                .param("account", account)
                .param("name", name)
                .param(
                        "secret",
                        secrets.seal(
                                SecretsOfFactors.TOTP,
                                account,
                                id,
                                HexFormat.of().formatHex(secret)))
                .param("now", Timestamp.from(clock.instant()))
                .update();
        return id;
    }

    /** Takes the first code of an authenticator, which proves that it works; from then on it counts. */
    boolean confirm(long account, UUID id, String code) {
        var one = database.sql("""
                        select id, account_id, secret, last_step from identity.authenticator
                         where id = :id and account_id = :account and confirmed_at is null for update
                        """)
                .param("id", id)
                .param("account", account)
                .query(Secret.class)
                .optional();
        return one.isPresent() && accept(one.get(), code.replace(" ", ""));
    }

    /** Whoever has a factor already proves it before adding another. */
    public void refuseUnproved(LiveSession session) {
        if (has(session.accountId()) && (session.lacksFactor() || policy.isStale(session.confirmedAt(), clock))) {
            throw new Refused(IdentityRefusal.CONFIRMATION_NEEDED);
        }
    }

    /** Its password is no secret: whoever added a factor would keep everybody else out. */
    public void refuseDemonstration(long account) {
        DemonstrationPassword.refuse(database, account);
    }

    /** After one was taken away: the last one stays where the house asks for a second factor. */
    public void refuseNone(long account) {
        if (policy.secondFactor() && !has(account)) {
            throw new Refused(IdentityRefusal.LAST_AUTHENTICATOR);
        }
        refuseNoWayIn(account);
    }

    /** After one was taken away: whoever has no password and no provider comes in by a passkey, and the other way round. */
    public void refuseNoWayIn(long account) {
        if (!database.sql("select identity.has_way_in(:account)")
                .param("account", account)
                .query(Boolean.class)
                .single()) {
            throw new Refused(IdentityRefusal.LAST_WAY_IN);
        }
    }

    /**
     * One was just added in this session, which from now on lacks none. Every other ends: whoever came in while a password
     * sufficed may be anybody who knew it. Recovery codes, shown this once, where the account has none left.
     */
    public List<String> added(LiveSession session) {
        long account = session.accountId();
        sessions.confirm(session.id(), true);
        sessions.endAll(account, session.id());
        return recovery.left(account) > 0 ? List.of() : recovery.draw(account);
    }

    /** Takes all away, in every copy: whoever lost everything begins anew. */
    public void removeAll(long account) {
        secrets.destroy(account);
        for (var table : List.of("authenticator", "passkey", "recovery_code")) {
            database.sql("delete from identity." + table + " where account_id = :account")
                    .param("account", account)
                    .update();
        }
    }
}
