package org.yiti.identity.account;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yiti.identity.Scope;
import org.yiti.identity.factor.Factors;
import org.yiti.identity.grant.Grants;
import org.yiti.identity.session.Sessions;
import org.yiti.identity.token.ApiTokens;

/**
 * What an account has is gone with the next request, on every server: rights, sessions, tokens and every way in. Should it
 * be opened again, its owner is invited and begins anew; nobody comes in with what they had before.
 */
@Component
class TakeEverything {

    private final Grants grants;
    private final Sessions sessions;
    private final ApiTokens tokens;
    private final Factors factors;
    private final JdbcClient database;
    private final Scope scope;

    TakeEverything(
            Grants grants, Sessions sessions, ApiTokens tokens, Factors factors, JdbcClient database, Scope scope) {
        this.grants = grants;
        this.sessions = sessions;
        this.tokens = tokens;
        this.factors = factors;
        this.database = database;
        this.scope = scope;
    }

    void from(long account) {
        grants.revokeAll(account, scope.account().account());
        sessions.endAll(account, null);
        tokens.revokeAll(account);
        factors.removeAll(account);
        database.sql("delete from identity.invitation where account_id = :account")
                .param("account", account)
                .update();
        database.sql("delete from identity.provider_link where account_id = :account")
                .param("account", account)
                .update();
        // The password of the demonstration is no secret, and nobody is invited to one of its accounts.
        database.sql("""
                        update identity.account set password_hash = case when demonstration then password_hash end, password_changed_at = null
                         where id = :account
                        """).param("account", account).update();
    }
}
