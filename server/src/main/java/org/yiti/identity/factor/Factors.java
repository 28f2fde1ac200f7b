package org.yiti.identity.factor;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The second factors of accounts. */
@Component
public class Factors {

    private record Secret(UUID id, byte[] secret, long lastStep) {}

    private final JdbcClient database;
    private final RecoveryCodes recovery;
    private final Clock clock;

    Factors(JdbcClient database, RecoveryCodes recovery, Clock clock) {
        this.database = database;
        this.recovery = recovery;
        this.clock = clock;
    }

    public boolean has(long account) {
        return database.sql(
                        "select exists (select from identity.authenticator where account_id = :account and confirmed_at is not null)")
                .param("account", account)
                .query(Boolean.class)
                .single();
    }

    /** Takes a code of an authenticator or a recovery code, once. Asks for a transaction: a code is taken with its use. */
    public boolean accept(long account, String code) {
        var signs = code.replace(" ", "");
        var secrets =
                database.sql("""
                        select id, secret, last_step from identity.authenticator
                         where account_id = :account and confirmed_at is not null for update
                        """).param("account", account).query(Secret.class).list();
        return secrets.stream().anyMatch(one -> accept(one, signs)) || recovery.accept(account, signs);
    }

    private boolean accept(Secret one, String code) {
        var step = Totp.step(one.secret(), code, clock.instant(), one.lastStep());
        step.ifPresent(used -> database.sql(
                        "update identity.authenticator set last_step = :step, used_at = :now, confirmed_at = coalesce(confirmed_at, :now) where id = :id")
                .param("step", used)
                .param("now", Timestamp.from(clock.instant()))
                .param("id", one.id())
                .update());
        return step.isPresent();
    }

    /** Takes the first code of an authenticator, which proves that it works; from then on it counts. */
    boolean confirm(long account, UUID id, String code) {
        var one = database.sql("""
                        select id, secret, last_step from identity.authenticator
                         where id = :id and account_id = :account and confirmed_at is null for update
                        """)
                .param("id", id)
                .param("account", account)
                .query(Secret.class)
                .optional();
        return one.isPresent() && accept(one.get(), code.replace(" ", ""));
    }

    /** Takes all away: whoever lost everything begins anew. */
    public void removeAll(long account) {
        for (var table : List.of("authenticator", "recovery_code")) {
            database.sql("delete from identity." + table + " where account_id = :account")
                    .param("account", account)
                    .update();
        }
    }
}
