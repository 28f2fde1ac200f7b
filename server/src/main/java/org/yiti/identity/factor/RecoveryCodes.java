package org.yiti.identity.factor;

import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yiti.identity.secret.Token;

/** Ten codes on paper, each good once. */
@Component
class RecoveryCodes {

    static final int HOW_MANY = 10;
    /** No letter or digit that is taken for another. */
    private static final String ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789";

    private static final int GROUP = 5;
    private static final int GROUPS = 3;

    private final JdbcClient database;
    private final Clock clock;
    private final SecureRandom chance = new SecureRandom();

    RecoveryCodes(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Ten new ones, of 74 bits each, shown this once; those before are void. */
    List<String> draw(long account) {
        database.sql("delete from identity.recovery_code where account_id = :account")
                .param("account", account)
                .update();
        var codes = Stream.generate(this::one).limit(HOW_MANY).toList();
        codes.forEach(code -> database.sql(
                        "insert into identity.recovery_code (account_id, code_hash) values (:account, :hash)")
                .param("account", account)
                .param("hash", Token.hash(code))
                .update());
        return codes;
    }

    boolean accept(long account, String code) {
        return database.sql("""
                        update identity.recovery_code set used_at = :now
                         where account_id = :account and code_hash = :hash and used_at is null
                        """)
                        .param("now", Timestamp.from(clock.instant()))
                        .param("account", account)
                        .param("hash", Token.hash(code.toLowerCase(Locale.ROOT).replace(" ", "")))
                        .update()
                == 1;
    }

    int left(long account) {
        return database.sql(
                        "select count(*) from identity.recovery_code where account_id = :account and used_at is null")
                .param("account", account)
                .query(Integer.class)
                .single();
    }

    private String one() {
        var code = new StringBuilder();
        for (var group = 0; group < GROUPS; group++) {
            code.append(group == 0 ? "" : "-");
            for (var sign = 0; sign < GROUP; sign++) {
                code.append(ALPHABET.charAt(chance.nextInt(ALPHABET.length())));
            }
        }
        return code.toString();
    }
}
