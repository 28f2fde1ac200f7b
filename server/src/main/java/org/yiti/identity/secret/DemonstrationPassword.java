package org.yiti.identity.secret;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.yiti.identity.IdentityRefusal;
import org.yiti.kernel.Refused;

/** The password of an account of the demonstration is no secret: whoever made it their own would keep everybody else out. */
public final class DemonstrationPassword {

    private DemonstrationPassword() {}

    public static void refuse(JdbcClient database, long account) {
        if (database.sql("select demonstration from identity.account where id = :account")
                .param("account", account)
                .query(Boolean.class)
                .single()) {
            throw new Refused(IdentityRefusal.DEMONSTRATION_ACCOUNT);
        }
    }
}
