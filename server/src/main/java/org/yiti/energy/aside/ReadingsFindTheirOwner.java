package org.yiti.energy.aside;

import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;
import org.yiti.energy.source.Sources;
import org.yiti.kernel.ledger.LedgerChanged;

/**
 * A source was registered: what came under its name before belongs to whoever registered it, who sees it from then on. They
 * try it again and not the house, since nobody had vouched for who used that name then.
 */
@Component
class ReadingsFindTheirOwner {

    private final JdbcClient database;
    private final Sources sources;

    ReadingsFindTheirOwner(JdbcClient database, Sources sources) {
        this.database = database;
        this.sources = sources;
    }

    @ApplicationModuleListener
    void on(LedgerChanged change) {
        if (!change.ledger().equals("energy.source")) {
            return;
        }
        var owners = sources.owners();
        give("""
                update energy.set_aside a set institution_id = o.institution_id
                  from unnest(:names::text[], :institutions::uuid[]) o (source, institution_id)
                 where a.institution_id is null and a.source = o.source
                """, owners);
        give("""
                update energy.batch_set_aside a set institution_id = o.institution_id
                  from unnest(:names::text[], :institutions::uuid[]) o (source, institution_id)
                 where a.institution_id is null and a.source = o.source
                """, owners);
    }

    private void give(String update, Map<String, UUID> owners) {
        database.sql(update)
                .param("names", owners.keySet().toArray(String[]::new))
                .param("institutions", owners.values().toArray(UUID[]::new))
                .update();
    }
}
