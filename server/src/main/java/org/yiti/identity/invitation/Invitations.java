package org.yiti.identity.invitation;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The links that are out. */
@Component
public class Invitations {

    /** How long a link works. */
    static final Duration TERM = Duration.ofHours(24);

    private static final int TOKEN_BYTES = 32;

    private final JdbcClient database;
    private final Clock clock;
    private final SecureRandom chance = new SecureRandom();

    Invitations(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** A token for an account, 43 characters of base64url; one given before is void. */
    public String issue(String account) {
        var bytes = new byte[TOKEN_BYTES];
        chance.nextBytes(bytes);
        var token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        database.sql("""
                        insert into identity.invitation (account_id, token_hash, expires_at)
                        select id, :hash, :expires from identity.account where account = :account
                        on conflict (account_id) do update
                           set token_hash = excluded.token_hash, expires_at = excluded.expires_at
                        """)
                .param("hash", hash(token))
                .param("expires", Timestamp.from(clock.instant().plus(TERM)))
                .param("account", account)
                .update();
        return token;
    }

    /** The account a token is for, which it is from now on no more; empty if it is none, used or expired. */
    Optional<String> redeem(String token) {
        return database.sql("""
                        delete from identity.invitation i using identity.account a
                         where a.id = i.account_id and a.enabled
                           and i.token_hash = :hash and i.expires_at > :now
                        returning a.account
                        """)
                .param("hash", hash(token))
                .param("now", Timestamp.from(clock.instant()))
                .query(String.class)
                .optional();
    }

    private static byte[] hash(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
