package org.yiti.identity.session;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yiti.identity.Profile;
import org.yiti.identity.secret.Token;

/** Sessions that are of no use yet: the first step was right, and the second factor is awaited. */
@Component
public class AwaitingSessions {

    private final JdbcClient database;
    private final Sessions sessions;
    private final Clock clock;

    AwaitingSessions(JdbcClient database, Sessions sessions, Clock clock) {
        this.database = database;
        this.sessions = sessions;
        this.clock = clock;
    }

    /** The account of a session that awaits its second factor. */
    public Optional<Long> find(String token) {
        return database.sql("""
                        select account_id from identity.session
                         where token_hash = :hash and confirmed_at is null and ended_at is null and started_at > :since
                        """)
                .param("hash", Token.hash(token))
                .param("since", Timestamp.from(clock.instant().minus(Profile.SECOND_FACTOR_WITHIN)))
                .query(Long.class)
                .optional();
    }

    /** What the first step was. */
    public String firstStep(String awaiting) {
        return database.sql("select coalesce(provider, 'password') from identity.session where token_hash = :hash")
                .param("hash", Token.hash(awaiting))
                .query(String.class)
                .optional()
                .orElse("password");
    }

    /**
     * The one that awaited its second factor ends, and another with the same beginning takes its place: no token is of use
     * twice.
     */
    public String replace(String awaiting, String address, String agent) {
        var token = Token.draw();
        database.sql("""
                        insert into identity.session (token_hash, account_id, started_at, seen_at, confirmed_at, address, agent, provider, strong,
                                                      provider_hint)
                        select :hash, account_id, :now, :now, :now, :address, :agent, provider, true, provider_hint
                          from identity.session where token_hash = :awaiting
                        """)
                .param("hash", Token.hash(token))
                .param("now", Timestamp.from(clock.instant()))
                .param("address", address)
                .param("agent", agent)
                .param("awaiting", Token.hash(awaiting))
                .update();
        sessions.end(awaiting);
        return token;
    }
}
