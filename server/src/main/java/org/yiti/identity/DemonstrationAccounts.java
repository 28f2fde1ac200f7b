package org.yiti.identity;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.yiti.identity.grant.Grants;
import org.yiti.kernel.UseCase;

/** The accounts of the demonstration bureau. They are marked as such, and their password is no secret. */
@UseCase
public class DemonstrationAccounts {

    public static final String PASSWORD = "yiti-demo";

    private final JdbcClient database;
    private final PasswordEncoder passwords;
    private final Grants grants;

    DemonstrationAccounts(JdbcClient database, PasswordEncoder passwords, Grants grants) {
        this.database = database;
        this.passwords = passwords;
        this.grants = grants;
    }

    public void open(String account, String name, Role role, @Nullable UUID institution, boolean everything) {
        int opened = database.sql("""
                        insert into identity.account
                               (account, name, password_hash, role, institution_id, everything, demonstration)
                        values (:account, :name, :password, :role, :institution, :everything, true)
                        on conflict (account) do nothing
                        """)
                .param("account", account)
                .param("name", name)
                .param("password", passwords.encode(PASSWORD))
                .param("role", role.name())
                .param("institution", institution)
                .param("everything", everything)
                .update();
        if (opened == 1 && (everything || institution != null)) {
            grants.giveByTheHouse(account, role, everything ? null : institution);
        }
    }

    public record Opened(String account, String name, Role role) {}

    /** In the order they were opened; empty in a house that is no demonstration. */
    public List<Opened> list() {
        return database.sql(
                        "select account, name, role from identity.account where demonstration and enabled order by id")
                .query(Opened.class)
                .list();
    }
}
