package org.yiti.identity.session;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The accounts that may sign in. */
@Component
class Accounts {

    record Row(long id, @Nullable String passwordHash, boolean demonstration) {}

    private final JdbcClient database;

    Accounts(JdbcClient database) {
        this.database = database;
    }

    Optional<Row> find(String account) {
        return database.sql(
                        "select id, password_hash, demonstration from identity.account where account = :account and enabled")
                .param("account", account)
                .query(Row.class)
                .optional();
    }

    String name(long id) {
        return database.sql("select account from identity.account where id = :id")
                .param("id", id)
                .query(String.class)
                .single();
    }

    Optional<String> institutionName(UUID id) {
        return database.sql("select name from organization.institution where id = :id")
                .param("id", id)
                .query(String.class)
                .optional();
    }
}
