package org.yiti.identity;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yiti.identity.invitation.Invitations;
import org.yiti.kernel.UseCase;

/** The door of a house in which nobody lives yet. */
@UseCase
public class FirstAccount {

    /** What the first account is called. */
    public static final String ACCOUNT = "sysadmin";

    private final JdbcClient database;
    private final Invitations invitations;

    FirstAccount(JdbcClient database, Invitations invitations) {
        this.database = database;
        this.invitations = invitations;
    }

    /**
     * Where no system administrator can sign in, a token with which the first one chooses a password; the token of an
     * earlier start is void then. They open accounts for the other two administrators and bring them into office: nobody is
     * ever all three. Empty as soon as there is somebody.
     */
    public Optional<String> invite() {
        var isInhabited = database.sql("""
                        select exists (select from identity.grant g join identity.account a on a.id = g.account_id
                                        where g.role = 'SYSTEM_ADMINISTRATOR' and g.institution_id is null and g.valid @> now()
                                          and a.enabled and a.password_hash is not null)
                        """).query(Boolean.class).single();
        if (isInhabited) {
            return Optional.empty();
        }
        database.sql("""
                        insert into identity.account (account, name, role, everything)
                        values (:account, '系统管理员', 'SYSTEM_ADMINISTRATOR', true)
                        on conflict (account) do update set enabled = true
                        """).param("account", ACCOUNT).update();
        database.sql("""
                        insert into identity.grant (account_id, holder, role, purpose, starts_at, granted_at, granted_by)
                        select a.id, '', 'SYSTEM_ADMINISTRATOR', 'DAILY', now(), now(), 'yiti' from identity.account a
                         where a.account = :account
                           and not exists (select from identity.grant g where g.account_id = a.id and g.duty is not null and g.valid @> now())
                        """).param("account", ACCOUNT).update();
        return Optional.of(invitations.issue(ACCOUNT));
    }
}
