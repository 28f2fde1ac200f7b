package org.yiti.identity.passkey;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.yiti.identity.secret.Token;

/** The challenges that are out: each is good once, for one purpose, for minutes. */
@Component
class Challenges {

    static final Duration TERM = Duration.ofMinutes(5);

    private final JdbcClient database;
    private final Clock clock;

    Challenges(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** 256 bits of chance, as base64url. */
    String draw(Purpose purpose, @Nullable Long account) {
        var now = clock.instant();
        database.sql("delete from identity.passkey_challenge where expires_at <= :now")
                .param("now", Timestamp.from(now))
                .update();
        var challenge = Token.draw();
        database.sql("""
                        insert into identity.passkey_challenge (challenge_hash, purpose, account_id, expires_at)
                        values (:hash, :purpose, :account, :expires)
                        """)
                .param("hash", Token.hash(challenge))
                .param("purpose", purpose.name())
                .param("account", account, Types.BIGINT)
                .param("expires", Timestamp.from(now.plus(TERM)))
                .update();
        return challenge;
    }

    /** False for one that is not out. It is used up even where what it is used for fails: in a transaction of its own. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public boolean take(String challenge, Purpose purpose, @Nullable Long account) {
        return database.sql("""
                                delete from identity.passkey_challenge
                                 where challenge_hash = :hash and purpose = :purpose and account_id is not distinct from :account
                                   and expires_at > :now
                                """)
                        .param("hash", Token.hash(challenge))
                        .param("purpose", purpose.name())
                        .param("account", account, Types.BIGINT)
                        .param("now", Timestamp.from(clock.instant()))
                        .update()
                == 1;
    }
}
