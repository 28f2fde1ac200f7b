package org.yiti.identity.account;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yiti.identity.AccountDirectory;
import org.yiti.identity.IdentityRefusal;
import org.yiti.identity.LeavesBehind;
import org.yiti.identity.Permission;
import org.yiti.identity.Scope;
import org.yiti.kernel.Refused;

/** Institutions that nobody else was granted the keeping of. Another is granted it by the security administrator. */
@Component
class InstitutionsLeftBehind implements LeavesBehind {

    private final JdbcClient database;
    private final Clock clock;
    private final Scope scope;
    private final AccountDirectory accounts;

    InstitutionsLeftBehind(JdbcClient database, Clock clock, Scope scope, AccountDirectory accounts) {
        this.database = database;
        this.clock = clock;
        this.scope = scope;
        this.accounts = accounts;
    }

    @Override
    public String kind() {
        return "institution";
    }

    @Override
    public List<Item> of(String account) {
        return database.sql("""
                        with keeping as materialized (
                            select account_id, institution_id from identity.grants_in_force(cast(:now as timestamptz))
                             where delegated_from is null
                               and (role in ('OFFICER', 'ADMINISTRATOR') or permission in ('WRITE', 'IMPORT', 'RECTIFY')))
                        select distinct 'institution' as kind, i.id, i.name as title, i.id as institution_id
                          from keeping g join identity.account a on a.id = g.account_id
                          join organization.institution i on i.id = g.institution_id
                         where a.account = :account
                           and not exists (select from keeping other
                                            where other.institution_id = g.institution_id and other.account_id <> g.account_id)
                        """)
                .param("account", account)
                .param("now", Timestamp.from(clock.instant()))
                .query(Item.class)
                .list();
    }

    /** The grant itself is another act; who is to have it is written down by whoever can give it to them. */
    @Override
    public void handOver(UUID id, String successor) {
        scope.require(Permission.GRANT, id);
        accounts.find(successor, null, null)
                .filter(one -> scope.contains(Permission.GRANT, one.everything() ? null : one.institutionId()))
                .orElseThrow(() -> new Refused(IdentityRefusal.ACCOUNT_NOT_FOUND));
    }
}
