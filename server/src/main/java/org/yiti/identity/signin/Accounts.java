package org.yiti.identity.signin;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The accounts that may sign in. */
@Component
class Accounts {

    record Row(
            long id,
            String account,
            @Nullable String passwordHash,
            @Nullable UUID institutionId,
            boolean demonstration) {}

    private static final String SELECT =
            "select id, account, password_hash, institution_id, demonstration from identity.account";

    private final JdbcClient database;

    Accounts(JdbcClient database) {
        this.database = database;
    }

    Optional<Row> find(String account) {
        return database.sql(SELECT + " where account = :account and enabled")
                .param("account", account)
                .query(Row.class)
                .optional();
    }

    Row get(long id) {
        return database.sql(SELECT + " where id = :id")
                .param("id", id)
                .query(Row.class)
                .single();
    }

    /** The same password, kept by the means of today. */
    void renew(long id, String hash) {
        database.sql("update identity.account set password_hash = :hash where id = :id")
                .param("hash", hash)
                .param("id", id)
                .update();
    }

    Optional<String> institutionName(UUID id) {
        return database.sql("select name from organization.institution where id = :id")
                .param("id", id)
                .query(String.class)
                .optional();
    }
}
