package org.yiti;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.yiti.identity.Role;

/** What a security administrator would have done, for tests about something else. */
public final class Granted {

    private Granted() {}

    /** These roles and no others, where the account works. */
    public static void only(JdbcClient database, String account, Role... roles) {
        database.sql("""
                        update identity.grant set revoked_at = now(), revoked_by = 'yiti'
                         where revoked_at is null and account_id = (select id from identity.account where account = ?)
                        """).param(account).update();
        for (var role : roles) {
            database.sql("""
                            insert into identity.grant (account_id, holder, role, institution_id, purpose, starts_at, granted_at, granted_by)
                            select id, '', :role, case when not everything then institution_id end, 'DAILY', now() - interval '1 hour', now(), 'yiti'
                              from identity.account where account = :account
                            """)
                    .param("role", role.name())
                    .param("account", account)
                    .update();
        }
    }
}
