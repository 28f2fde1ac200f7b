package org.yiti.identity.session;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yiti.identity.Account;
import org.yiti.identity.LiveSession;
import org.yiti.identity.Purpose;
import org.yiti.identity.Role;
import org.yiti.identity.grant.GrantsInForce;
import org.yiti.identity.secret.Policy;
import org.yiti.identity.secret.Token;

/** Who is signed in, where. */
@Component
public class Sessions {

    /** How exactly it is known when a session was last used: not every request writes. */
    private static final Duration STALE = Duration.ofMinutes(1);

    /** A session with its account as the account is now: what was taken from it since is gone already. */
    public record Found(LiveSession session, Account account, boolean stale) {}

    private record Row(
            UUID id,
            long accountId,
            boolean lacksFactor,
            boolean passwordExpired,
            Timestamp confirmedAt,
            boolean stale,
            String account,
            String name,
            Role role,
            @Nullable UUID institutionId,
            boolean everything,
            @Nullable Purpose purpose,
            @Nullable String onBehalfOf) {

        Found found(GrantsInForce grants) {
            return new Found(
                    new LiveSession(id, accountId, lacksFactor, passwordExpired, confirmedAt.toInstant()),
                    new Account(
                            account,
                            name,
                            role,
                            institutionId,
                            everything,
                            grants.rights(account, purpose, onBehalfOf)),
                    stale);
        }
    }

    static final String ALIVE = "s.ended_at is null and s.started_at > :startedAfter and s.seen_at > :seenAfter";

    private final JdbcClient database;
    private final Clock clock;
    private final Policy policy;
    private final GrantsInForce grants;

    Sessions(JdbcClient database, Clock clock, Policy policy, GrantsInForce grants) {
        this.grants = grants;
        this.database = database;
        this.clock = clock;
        this.policy = policy;
    }

    /**
     * Begins one, not yet of use where a second factor is awaited, and gives the token that its cookie holds.
     *
     * @param strong two factors were shown already
     */
    public String begin(long account, boolean confirmed, boolean strong, String address, String agent) {
        var token = Token.draw();
        var now = Timestamp.from(clock.instant());
        database.sql("""
                        insert into identity.session (token_hash, account_id, started_at, seen_at, confirmed_at, strong, address, agent)
                        values (:hash, :account, :now, :now, :confirmed, :strong, :address, :agent)
                        """)
                .param("hash", Token.hash(token))
                .param("account", account)
                .param("now", now)
                .param("confirmed", confirmed ? now : null)
                .param("strong", strong)
                .param("address", address)
                .param("agent", agent)
                .update();
        return token;
    }

    public Optional<Found> find(String token) {
        return alive(database.sql("""
                        select s.id, s.account_id, s.confirmed_at, s.seen_at < :staleBefore as stale,
                               a.account, a.name, a.role, a.institution_id, a.everything, s.purpose, s.on_behalf_of,
                               (:secondFactor and not a.demonstration and not s.strong) as lacks_factor,
                               (not a.demonstration and a.password_changed_at < cast(:passwordBefore as timestamptz)) is true as password_expired
                          from identity.session s join identity.account a on a.id = s.account_id and a.enabled
                         where s.token_hash = :hash and s.confirmed_at is not null and """ + " " + ALIVE))
                .param("secondFactor", policy.secondFactor())
                .param("passwordBefore", oldestPassword(), Types.TIMESTAMP)
                .param("staleBefore", ago(STALE))
                .param("hash", Token.hash(token))
                .query(Row.class)
                .optional()
                .map(row -> row.found(grants));
    }

    /** Whether one that was found is one still. */
    public boolean isAlive(UUID session) {
        return alive(database.sql("select exists (select from identity.session s where s.id = :id and " + ALIVE + ")"))
                .param("id", session)
                .query(Boolean.class)
                .single();
    }

    /** Somebody has just proved who they are; by a factor: the session lacks none any more, whatever others of theirs do. */
    public void confirm(UUID session, boolean byFactor) {
        database.sql(
                        "update identity.session set confirmed_at = :now, seen_at = :now, strong = strong or :factor where id = :id")
                .param("factor", byFactor)
                .param("now", Timestamp.from(clock.instant()))
                .param("id", session)
                .update();
    }

    void touch(UUID session) {
        database.sql("update identity.session set seen_at = :now where id = :id and seen_at < :now")
                .param("now", Timestamp.from(clock.instant()))
                .param("id", session)
                .update();
    }

    public void end(String token) {
        database.sql(
                        "update identity.session set ended_at = :now, provider_hint = null where token_hash = :hash and ended_at is null")
                .param("now", Timestamp.from(clock.instant()))
                .param("hash", Token.hash(token))
                .update();
    }

    /** Ends one of somebody's own; false where they have none such. */
    public boolean end(long account, UUID session) {
        return database.sql(
                                "update identity.session set ended_at = :now, provider_hint = null where id = :id and account_id = :account and ended_at is null")
                        .param("now", Timestamp.from(clock.instant()))
                        .param("id", session)
                        .param("account", account)
                        .update()
                == 1;
    }

    /** Ends all of an account but perhaps one. */
    public void endAll(long account, @Nullable UUID but) {
        database.sql(
                        "update identity.session set ended_at = :now, provider_hint = null where account_id = :account and ended_at is null and id is distinct from :but")
                .param("now", Timestamp.from(clock.instant()))
                .param("account", account)
                .param("but", but, Types.OTHER)
                .update();
    }

    private @Nullable Timestamp oldestPassword() {
        var lasts = policy.profile().passwordLasts();
        return lasts == null ? null : ago(lasts);
    }

    JdbcClient.StatementSpec alive(JdbcClient.StatementSpec statement) {
        return statement
                .param("startedAfter", ago(policy.profile().longest()))
                .param("seenAfter", ago(policy.profile().idle()));
    }

    private Timestamp ago(Duration time) {
        return Timestamp.from(clock.instant().minus(time));
    }
}
