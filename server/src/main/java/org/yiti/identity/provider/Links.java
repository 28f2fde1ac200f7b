package org.yiti.identity.provider;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yiti.identity.IdentityRefusal;
import org.yiti.kernel.Refused;

/** Which account belongs to whom elsewhere. */
@Component
public class Links {

    record Listed(
            UUID id,
            String provider,
            Instant linkedAt,
            @Nullable Instant usedAt) {}

    private final JdbcClient database;
    private final Clock clock;

    Links(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** The account that this is, which is used now; empty where nobody has said so, or the account is closed. */
    public Optional<Long> use(ProviderDoor.Arrival arrival) {
        return database.sql("""
                        update identity.provider_link l set used_at = :now
                          from identity.account a
                         where a.id = l.account_id and a.enabled and l.issuer = :issuer and l.subject = :subject
                        returning l.account_id
                        """)
                .param("now", Timestamp.from(clock.instant()))
                .param("issuer", arrival.issuer())
                .param("subject", arrival.subject())
                .query(Long.class)
                .optional();
    }

    /** Refuses one that is somebody else's in the same words as one that came to nothing. */
    public void add(long account, ProviderDoor.Arrival arrival) {
        try {
            database.sql("""
                            insert into identity.provider_link (account_id, provider, issuer, subject, linked_at)
                            values (:account, :provider, :issuer, :subject, :now)
                            """)
                    .param("account", account)
                    .param("provider", arrival.provider())
                    .param("issuer", arrival.issuer())
                    .param("subject", arrival.subject())
                    .param("now", Timestamp.from(clock.instant()))
                    .update();
        } catch (DuplicateKeyException taken) {
            throw new Refused(IdentityRefusal.PROVIDER_SIGN_IN_NOT_ACCEPTED);
        }
    }

    List<Listed> list(long account) {
        return database.sql(
                        "select id, provider, linked_at, used_at from identity.provider_link where account_id = :account order by linked_at")
                .param("account", account)
                .query(Listed.class)
                .list();
    }

    /** The provider; empty where the account has none such. */
    Optional<String> remove(long account, UUID id) {
        return database.sql(
                        "delete from identity.provider_link where id = :id and account_id = :account returning provider")
                .param("id", id)
                .param("account", account)
                .query(String.class)
                .optional();
    }
}
