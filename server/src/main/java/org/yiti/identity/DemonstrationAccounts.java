package org.yiti.identity;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.yiti.kernel.UseCase;

/** The accounts of the demonstration bureau. They are marked as such, and their password is no secret. */
@UseCase
public class DemonstrationAccounts {

    public static final String PASSWORD = "yiti-demo";

    private final JdbcClient database;
    private final PasswordEncoder passwords;

    DemonstrationAccounts(JdbcClient database, PasswordEncoder passwords) {
        this.database = database;
        this.passwords = passwords;
    }

    public void open(String account, String name, Role role, @Nullable UUID institution, boolean everything) {
        database.sql("""
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
        database.sql("""
                        insert into identity.grant (account_id, holder, role, institution_id, purpose, starts_at, granted_at, granted_by)
                        select a.id, '', :role, :where::uuid, 'DAILY', now(), now(), 'yiti' from identity.account a
                         where a.account = :account and (a.everything or a.institution_id is not null)
                           and not exists (select from identity.grant g where g.account_id = a.id)
                        """)
                .param("account", account)
                .param("role", role.name())
                .param("where", everything ? null : institution)
                .update();
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
