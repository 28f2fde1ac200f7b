package org.yiti.identity.provider;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.yiti.identity.secret.Token;

/** Those who have left for a provider and are awaited back. */
@Component
class Attempts {

    /** How long somebody may take to sign in there. */
    static final Duration TERM = Duration.ofMinutes(10);

    record Attempt(
            String provider,
            ProviderDoor.Purpose purpose,
            @Nullable Long accountId,
            byte @Nullable [] invitationHash,
            String nonce,
            String verifier) {}

    private final JdbcClient database;
    private final Clock clock;

    Attempts(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    void keep(String state, String browser, Attempt attempt) {
        var now = clock.instant();
        database.sql("delete from identity.provider_attempt where expires_at <= :now")
                .param("now", Timestamp.from(now))
                .update();
        database.sql("""
                        insert into identity.provider_attempt
                               (state_hash, browser_hash, provider, purpose, account_id, invitation_hash, nonce, verifier, expires_at)
                        values (:state, :browser, :provider, :purpose, :account, :invitation, :nonce, :verifier, :expires)
                        """)
                .param("state", Token.hash(state))
                .param("browser", Token.hash(browser))
                .param("provider", attempt.provider())
                .param("purpose", attempt.purpose().name())
                .param("account", attempt.accountId(), Types.BIGINT)
                .param("invitation", attempt.invitationHash(), Types.BINARY)
                .param("nonce", attempt.nonce())
                .param("verifier", attempt.verifier())
                .param("expires", Timestamp.from(now.plus(TERM)))
                .update();
    }

    /** Once, whatever comes of it: in a transaction of its own. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public Optional<Attempt> take(String state, String browser, ProviderDoor.Purpose purpose) {
        return database.sql("""
                        delete from identity.provider_attempt
                         where state_hash = :state and browser_hash = :browser and purpose = :purpose and expires_at > :now
                        returning provider, purpose, account_id, invitation_hash, nonce, verifier
                        """)
                .param("state", Token.hash(state))
                .param("browser", Token.hash(browser))
                .param("purpose", purpose.name())
                .param("now", Timestamp.from(clock.instant()))
                .query((row, n) -> new Attempt(
                        row.getString("provider"),
                        ProviderDoor.Purpose.valueOf(row.getString("purpose")),
                        row.getObject("account_id", Long.class),
                        row.getBytes("invitation_hash"),
                        row.getString("nonce"),
                        row.getString("verifier")))
                .optional();
    }
}
