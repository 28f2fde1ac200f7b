package org.yiti.kernel.database;

import java.sql.SQLException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The owner migrates, and then lets in the account the server works with, where that is another. */
@Configuration(proxyBeanMethods = false)
class LetServerIn {

    /** An account of the database; absent where the server works with the one that owns the tables. */
    static final String SETTING = "yiti.database.server";

    @Bean
    FlywayMigrationStrategy serverIsLetIn(@Value("${" + SETTING + ":}") String account) {
        return flyway -> {
            flyway.migrate();
            if (account.isEmpty()) {
                return;
            }
            try (var owner = flyway.getConfiguration().getDataSource().getConnection()) {
                ServerAccount.letIn(owner, account);
            } catch (SQLException failure) {
                throw new StartRefused(
                        "The account of YITI_DB_OWNER may not let " + account + " act in the roles of the house: grant "
                                + String.join(", ", ServerAccount.ROLES) + " to " + account + ".",
                        failure);
            }
        };
    }
}
