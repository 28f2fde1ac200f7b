package org.yiti.identity.invitation;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yiti.identity.AccountEvent;
import org.yiti.identity.secret.Token;

/** The links that are out. */
@Component
public class Invitations {

    /** Whom a link was for. */
    record Invited(long id, String account, String name) {}

    /** How long a link works. */
    static final Duration TERM = Duration.ofHours(24);

    private final JdbcClient database;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Invitations(JdbcClient database, Clock clock, ApplicationEventPublisher events) {
        this.database = database;
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

    /** The account a token is for, which it is from now on no more; empty if it is none, used or expired. */
    Optional<Invited> redeem(String token) {
        return redeem(Token.hash(token));
    }

    Optional<Invited> redeem(byte[] hash) {
        return database.sql("""
                        delete from identity.invitation i using identity.account a
                         where a.id = i.account_id and a.enabled
                           and i.token_hash = :hash and i.expires_at > :now
                        returning a.id, a.account, a.name
                        """)
                .param("hash", hash)
                .param("now", Timestamp.from(clock.instant()))
                .query(Invited.class)
                .optional();
    }

    public void withdraw(long account) {
        database.sql("delete from identity.invitation where account_id = :account")
                .param("account", account)
                .update();
    }
}
