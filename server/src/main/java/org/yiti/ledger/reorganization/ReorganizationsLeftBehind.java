package org.yiti.ledger.reorganization;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yiti.identity.AccountDirectory;
import org.yiti.identity.IdentityRefusal;
import org.yiti.identity.LeavesBehind;
import org.yiti.kernel.Refused;
import org.yiti.ledger.reorganization.Reorganization.State;

/** Reorganizations that somebody decided for a day to come: without their rights none is done. */
@Component
class ReorganizationsLeftBehind implements LeavesBehind {

    private final JdbcClient database;
    private final ReorganizationQueries queries;
    private final Concerned concerned;
    private final AccountDirectory accounts;

    ReorganizationsLeftBehind(
            JdbcClient database, ReorganizationQueries queries, Concerned concerned, AccountDirectory accounts) {
        this.database = database;
        this.queries = queries;
        this.concerned = concerned;
        this.accounts = accounts;
    }

    @Override
    public String kind() {
        return "reorganization";
    }

    @Override
    public List<Item> of(String account) {
        return database.sql("""
                        select 'reorganization' as kind, id, name || '（' || approval_no || '）' as title, institution_ids[1] as institution_id
                          from ledger.reorganization where state = 'PLANNED' and applied_by = :account
                        """).param("account", account).query(Item.class).list();
    }

    /** By somebody who could decide it themselves; on its day its successor is asked whether they may. */
    @Override
    public void handOver(UUID id, String successor) {
        var planned = queries.get(id);
        planned.refuseUnless(State.PLANNED);
        concerned.refuseUnlessMine(planned);
        accounts.find(successor, null, null).orElseThrow(() -> new Refused(IdentityRefusal.ACCOUNT_NOT_FOUND));
        database.sql(
                        "update ledger.reorganization set applied_by = :successor, purpose = null, on_behalf_of = null, problem = null where id = :id")
                .param("successor", successor)
                .param("id", id)
                .update();
    }
}
