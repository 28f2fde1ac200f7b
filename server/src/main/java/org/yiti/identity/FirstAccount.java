package org.yiti.identity;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yiti.identity.grant.Grants;
import org.yiti.identity.invitation.Invitations;
import org.yiti.kernel.UseCase;

/** The door of a house in which nobody lives yet. */
@UseCase
public class FirstAccount {

    /** What the first account is called. */
    public static final String ACCOUNT = "sysadmin";

    private final JdbcClient database;
    private final Grants grants;
    private final Invitations invitations;
    private final Clock clock;

    FirstAccount(JdbcClient database, Grants grants, Invitations invitations, Clock clock) {
        this.database = database;
        this.grants = grants;
        this.invitations = invitations;
        this.clock = clock;
    }

    /**
     * Where no system administrator can sign in, a token with which the first one chooses a password; the token of an
     * earlier start is void then. They open accounts for the other two administrators and bring them into office: nobody is
     * ever all three. Empty as soon as there is somebody.
     */
    public Optional<String> invite() {
        if (isInhabited()) {
            return Optional.empty();
        }
        database.sql("""
                        insert into identity.account (account, name, role, everything)
                        values (:account, '系统管理员', 'SYSTEM_ADMINISTRATOR', true)
                        on conflict (account) do update set enabled = true, left_at = null, left_by = null
                        """).param("account", ACCOUNT).update();
        if (!isInOffice()) {
            grants.giveByTheHouse(ACCOUNT, Role.SYSTEM_ADMINISTRATOR, null);
        }
        return Optional.of(invitations.issue(ACCOUNT));
    }

    private boolean isInhabited() {
        return database.sql("""
                        select exists (select from identity.grants_in_force(cast(:now as timestamptz))
                                        where role = 'SYSTEM_ADMINISTRATOR' and institution_id is null and identity.has_way_in(account_id))
                        """)
                .param("now", Timestamp.from(clock.instant()))
                .query(Boolean.class)
                .single();
    }

    private boolean isInOffice() {
        return database.sql("""
                        select exists (select from identity.grants_in_force(cast(:now as timestamptz)) g join identity.account a on a.id = g.account_id
                                        where a.account = :account and g.duty is not null)
                        """)
                .param("account", ACCOUNT)
                .param("now", Timestamp.from(clock.instant()))
                .query(Boolean.class)
                .single();
    }
}
