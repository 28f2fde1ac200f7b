package org.yiti.identity.secret;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.yiti.identity.IdentityRefusal;
import org.yiti.identity.Unscoped;
import org.yiti.kernel.Refused;

/**
 * Where passwords must be changed, the last ones are not taken again: otherwise two take turns. Nothing of them is kept
 * where nobody must change theirs.
 */
@Component
public class FormerPasswords {

    private static final String WHY = "what somebody had for a password is seen by nobody who acts";

    private final JdbcClient database;
    private final PasswordEncoder encoder;
    private final Policy policy;
    private final Clock clock;

    FormerPasswords(JdbcClient database, PasswordEncoder encoder, Policy policy, Clock clock) {
        this.database = database;
        this.encoder = encoder;
        this.policy = policy;
        this.clock = clock;
    }

    /** Refuses one of the last, the present one included, and keeps the present one as the last. Before it is replaced. */
    public void leave(long account, String wanted) {
        var most = policy.profile().passwordsRemembered();
        Unscoped.run(WHY, () -> {
            if (most > 0) {
                refuseAgain(account, wanted, most);
                database.sql("""
                                insert into identity.former_password (account_id, password_hash, left_at)
                                select id, password_hash, :now from identity.account where id = :account and password_hash is not null
                                """)
                        .param("account", account)
                        .param("now", Timestamp.from(clock.instant()))
                        .update();
            }
            forgetAllBut(account, Math.max(0, most - 1));
        });
    }

    private void refuseAgain(long account, String wanted, int most) {
        var last = database.sql("""
                        (select password_hash from identity.account where id = :account and password_hash is not null)
                        union all
                        (select password_hash from identity.former_password where account_id = :account order by id desc limit :most)
                        """)
                .param("account", account)
                .param("most", most - 1)
                .query(String.class)
                .list();
        if (last.stream().anyMatch(hash -> encoder.matches(wanted, hash))) {
            throw new Refused(IdentityRefusal.PASSWORD_USED_BEFORE, Map.of("last", most));
        }
    }

    private void forgetAllBut(long account, int most) {
        database.sql("""
                        delete from identity.former_password where account_id = :account and id not in
                               (select id from identity.former_password where account_id = :account order by id desc limit :most)
                        """).param("account", account).param("most", most).update();
    }
}
