package org.yiti.supervision.campaigns.visits;

import java.util.List;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yiti.identity.LeavesBehind;

/** Visits that somebody was to make. */
@Component
class VisitsLeftBehind implements LeavesBehind {

    private final JdbcClient database;
    private final Visits visits;
    private final ObjectProvider<SettleVisit> settle;

    VisitsLeftBehind(JdbcClient database, Visits visits, ObjectProvider<SettleVisit> settle) {
        this.database = database;
        this.visits = visits;
        this.settle = settle;
    }

    @Override
    public String kind() {
        return "visit";
    }

    @Override
    public List<Item> of(String account) {
        return database.sql("""
                        select 'visit' as kind, v.id, v.campaign_number || ' ' || i.name as title, v.institution_id
                          from supervision.visit v join organization.institution i on i.id = v.institution_id
                         where v.inspector = :account and v.state = 'OPEN'
                        """).param("account", account).query(Item.class).list();
    }

    /** What was made or dropped in the meantime needs nobody any more. */
    @Override
    public void handOver(UUID id, String successor) {
        if (visits.lock(id).isOpen()) {
            settle.getObject().give(id, new SettleVisit.Given(successor));
        }
    }
}
