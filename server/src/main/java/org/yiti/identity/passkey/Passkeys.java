package org.yiti.identity.passkey;

import java.sql.ResultSet;
import java.sql.SQLException;
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

/** The passkeys of accounts that may sign in. */
@Component
class Passkeys {

    record Listed(
            UUID id,
            String name,
            Instant createdAt,
            @Nullable Instant usedAt,
            boolean backedUp) {}

    private final JdbcClient database;
    private final Clock clock;

    Passkeys(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    List<Listed> list(long account) {
        return database.sql(
                        "select id, name, created_at, used_at, backed_up from identity.passkey where account_id = :account order by created_at")
                .param("account", account)
                .query(Listed.class)
                .list();
    }

    /** Which an authenticator may answer with, so that it need not keep a list of its own. */
    List<PasskeyProof.Known> known(long account) {
        return database.sql("select credential_id, transports from identity.passkey where account_id = :account")
                .param("account", account)
                .query((row, n) -> new PasskeyProof.Known(Base64Url.of(row.getBytes("credential_id")), strings(row)))
                .list();
    }

    Optional<Long> owner(byte[] credential) {
        return database.sql("""
                        select a.id from identity.passkey p join identity.account a on a.id = p.account_id and a.enabled
                         where p.credential_id = :credential
                        """)
                .param("credential", credential)
                .query(Long.class)
                .optional();
    }

    /** Held until the transaction ends, so that no count is compared with the same one twice. */
    Optional<Passkey> hold(byte[] credential, long account) {
        return database.sql("""
                        select p.id, p.account_id, a.account, p.public_key, p.sign_count, p.user_verified, p.backup_eligible, p.backed_up,
                               p.transports, a.user_handle
                          from identity.passkey p join identity.account a on a.id = p.account_id and a.enabled
                         where p.credential_id = :credential and p.account_id = :account
                           for update of p
                        """)
                .param("credential", credential)
                .param("account", account)
                .query((row, n) -> passkey(row))
                .optional();
    }

    private static Passkey passkey(ResultSet row) throws SQLException {
        return new Passkey(
                row.getObject("id", UUID.class),
                row.getLong("account_id"),
                row.getString("account"),
                row.getBytes("public_key"),
                row.getLong("sign_count"),
                row.getBoolean("user_verified"),
                row.getBoolean("backup_eligible"),
                row.getBoolean("backed_up"),
                strings(row),
                row.getObject("user_handle", UUID.class));
    }

    private static List<String> strings(ResultSet row) throws SQLException {
        return List.of((String[]) row.getArray("transports").getArray());
    }

    void used(UUID id, long signCount, boolean verified, boolean backedUp) {
        database.sql("""
                        update identity.passkey set sign_count = :count, user_verified = user_verified or :verified,
                               backed_up = :backedUp, used_at = :now where id = :id
                        """)
                .param("count", signCount)
                .param("verified", verified)
                .param("backedUp", backedUp)
                .param("now", Timestamp.from(clock.instant()))
                .param("id", id)
                .update();
    }

    void add(long account, String name, Verification.Made made, List<String> transports) {
        try {
            database.sql("""
                            insert into identity.passkey (account_id, name, credential_id, public_key, sign_count, user_verified,
                                   backup_eligible, backed_up, transports, created_at)
                            values (:account, :name, :credential, :key, :count, :verified, :eligible, :backedUp, :transports, :now)
                            """)
                    .param("account", account)
                    .param("name", name)
                    .param("credential", made.credentialId())
                    .param("key", made.publicKey())
                    .param("count", made.signCount())
                    .param("verified", made.userVerified())
                    .param("eligible", made.backupEligible())
                    .param("backedUp", made.backedUp())
                    .param("transports", transports.toArray(String[]::new))
                    .param("now", Timestamp.from(clock.instant()))
                    .update();
        } catch (DuplicateKeyException taken) {
            // Whose it is, nobody is told.
            throw new Refused(IdentityRefusal.PASSKEY_NOT_ACCEPTED);
        }
    }

    boolean rename(long account, UUID id, String name) {
        return database.sql("update identity.passkey set name = :name where id = :id and account_id = :account")
                        .param("name", name)
                        .param("id", id)
                        .param("account", account)
                        .update()
                == 1;
    }

    boolean remove(long account, UUID id) {
        return database.sql("delete from identity.passkey where id = :id and account_id = :account")
                        .param("id", id)
                        .param("account", account)
                        .update()
                == 1;
    }

    UUID userHandle(long account) {
        return database.sql("select user_handle from identity.account where id = :account")
                .param("account", account)
                .query(UUID.class)
                .single();
    }
}
