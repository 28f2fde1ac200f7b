package org.yiti.identity.session;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yiti.identity.Account;
import org.yiti.identity.Role;

/** The accounts that may sign in. */
@Component
class Accounts {

    record Row(
            String account,
            String name,
            @Nullable String passwordHash,
            Role role,
            @Nullable UUID institutionId,
            boolean everything,
            boolean demonstration) {

        Account signedIn() {
            return new Account(account, name, role, institutionId, everything);
        }
    }

    private final JdbcClient database;

    Accounts(JdbcClient database) {
        this.database = database;
    }

    Optional<Row> find(String account) {
        return database.sql("""
                        select account, name, password_hash, role, institution_id, everything, demonstration
                          from identity.account where account = :account and enabled
                        """).param("account", account).query(Row.class).optional();
    }

    Optional<String> institutionName(UUID id) {
        return database.sql("select name from organization.institution where id = :id")
                .param("id", id)
                .query(String.class)
                .optional();
    }
}
