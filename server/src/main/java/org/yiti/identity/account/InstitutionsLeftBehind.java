package org.yiti.identity.account;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yiti.identity.LeavesBehind;
import org.yiti.identity.Permission;
import org.yiti.identity.Scope;

/** Institutions that nobody else was granted the keeping of. Another is granted it by the security administrator. */
@Component
class InstitutionsLeftBehind implements LeavesBehind {

    private final JdbcClient database;
    private final Clock clock;
    private final Scope scope;

    InstitutionsLeftBehind(JdbcClient database, Clock clock, Scope scope) {
        this.database = database;
        this.scope = scope;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return "institution";
    }

    @Override
    public List<Item> of(String account) {
        return database.sql("""
                        select distinct 'institution' as kind, i.id, i.name as title, i.id as institution_id
                          from identity.grant g join identity.account a on a.id = g.account_id
                          join organization.institution i on i.id = g.institution_id
                         where a.account = :account and g.delegated_from is null and g.valid @> cast(:now as timestamptz)
                           and (g.role in ('OFFICER', 'ADMINISTRATOR') or g.permission in ('WRITE', 'IMPORT', 'RECTIFY'))
                           and not exists (select from identity.grant other join identity.account b on b.id = other.account_id and b.enabled
                                            where other.institution_id = g.institution_id and other.account_id <> g.account_id
                                              and other.delegated_from is null and other.valid @> cast(:now as timestamptz)
                                              and (other.role in ('OFFICER', 'ADMINISTRATOR') or other.permission in ('WRITE', 'IMPORT', 'RECTIFY')))
                        """)
                .param("account", account)
                .param("now", Timestamp.from(clock.instant()))
                .query(Item.class)
                .list();
    }

    /** The grant itself is another act; who is to have it is written down by whoever can give it. */
    @Override
    public void handOver(UUID id, String successor) {
        scope.require(Permission.GRANT, id);
    }
}
