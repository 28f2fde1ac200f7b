package org.yiti.energy.metering;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;
import org.yiti.kernel.ledger.LedgerChanged;

/** A meter's history or a price was entered: what follows from it is made anew, a few meters at a time. */
@Component
class RecomputeOnChange {

    private static final Set<String> LEDGERS = Set.of("energy.meter", "energy.installation", "energy.tariff");
    private static final int AT_ONCE = 20;

    private final JdbcClient database;
    private final RecomputeMeters recompute;

    RecomputeOnChange(JdbcClient database, RecomputeMeters recompute) {
        this.database = database;
        this.recompute = recompute;
    }

    @ApplicationModuleListener
    void on(LedgerChanged change) {
        if (!LEDGERS.contains(change.ledger())) {
            return;
        }
        var meters = spoken(change.institutionIds(), change.ledger().equals("energy.tariff"));
        for (var from = 0; from < meters.size(); from += AT_ONCE) {
            recompute.again(meters.subList(from, Math.min(meters.size(), from + AT_ONCE)));
        }
    }

    /** A price holds for those below as well. */
    private List<UUID> spoken(@Nullable Set<UUID> institutions, boolean andBelow) {
        return database.sql("""
                        select m.id from energy.meter m join energy.meter_state s on s.meter_id = m.id
                         where :all or m.institution_id = any (:institutions)
                            or :below and exists (select from organization.below b where b.member = m.institution_id and b.root = any (:institutions))
                         order by m.number
                        """)
                .param("all", institutions == null)
                .param("below", andBelow)
                .param("institutions", institutions == null ? new UUID[0] : institutions.toArray(UUID[]::new))
                .query(UUID.class)
                .list();
    }
}
