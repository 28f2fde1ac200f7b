package org.yiti.identity;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yiti.identity.invitation.Invitations;
import org.yiti.kernel.UseCase;

/** The door of a house in which nobody lives yet. */
@UseCase
public class FirstAccount {

    /** What the first account is called. */
    public static final String ACCOUNT = "admin";

    private final JdbcClient database;
    private final Invitations invitations;

    FirstAccount(JdbcClient database, Invitations invitations) {
        this.database = database;
        this.invitations = invitations;
    }

    /**
     * Where no account has a password yet, a token with which the first administrator chooses one; the token of an
     * earlier start is void then. Empty as soon as somebody can sign in.
     */
    public Optional<String> invite() {
        var isInhabited = database.sql("select exists (select from identity.account where password_hash is not null)")
                .query(Boolean.class)
                .single();
        if (isInhabited) {
            return Optional.empty();
        }
        database.sql("""
                        insert into identity.account (account, name, role, everything)
                        values (:account, '管理员', 'ADMINISTRATOR', true)
                        on conflict (account) do nothing
                        """).param("account", ACCOUNT).update();
        return Optional.of(invitations.issue(ACCOUNT));
    }
}
