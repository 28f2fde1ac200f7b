package org.yiti.identity.invitation;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yiti.identity.AccountEvent;
import org.yiti.identity.IdentityRefusal;
import org.yiti.identity.secret.Token;
import org.yiti.identity.session.Sessions;
import org.yiti.identity.token.ApiTokens;
import org.yiti.kernel.Refused;

/** The links that are out. */
@Component
public class Invitations {

    /** Whom a link was for. */
    record Invited(long id, String account, String name) {}

    /** How long a link works. */
    static final Duration TERM = Duration.ofHours(24);

    private final JdbcClient database;
    private final Clock clock;
    private final Sessions sessions;
    private final ApiTokens tokens;
    private final ApplicationEventPublisher events;

    Invitations(
            JdbcClient database, Clock clock, Sessions sessions, ApiTokens tokens, ApplicationEventPublisher events) {
        this.database = database;
        this.sessions = sessions;
        this.tokens = tokens;
        this.clock = clock;
        this.events = events;
    }

    /** A token for an account, 43 characters of base64url; one given before is void. */
    public String issue(String account) {
        var token = Token.draw();
        database.sql("""
                        insert into identity.invitation (account_id, token_hash, expires_at)
                        select id, :hash, :expires from identity.account where account = :account
                        on conflict (account_id) do update
                           set token_hash = excluded.token_hash, expires_at = excluded.expires_at
                        """)
                .param("hash", Token.hash(token))
                .param("expires", Timestamp.from(clock.instant().plus(TERM)))
                .param("account", account)
                .update();
        events.publishEvent(new AccountEvent(AccountEvent.What.INVITED, account, null));
        return token;
    }

    /**
     * The account a token is for, which it is from now on no more; refuses one that is none, used or expired. Whatever
     * sessions and API tokens the account had are of whoever had it before: none outlives the arrival of its owner.
     */
    Invited redeem(byte[] hash) {
        var invited = database.sql("""
                        delete from identity.invitation i using identity.account a
                         where a.id = i.account_id and a.enabled
                           and i.token_hash = :hash and i.expires_at > :now
                        returning a.id, a.account, a.name
                        """)
                .param("hash", hash)
                .param("now", Timestamp.from(clock.instant()))
                .query(Invited.class)
                .optional()
                .orElseThrow(() -> new Refused(IdentityRefusal.INVITATION_NOT_VALID));
        sessions.endAll(invited.id(), null);
        tokens.revokeAll(invited.id());
        return invited;
    }
}
