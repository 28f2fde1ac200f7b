package org.yiti.fleet.terminals;

import java.sql.Timestamp;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;
import org.yiti.kernel.ledger.LedgerChanged;
import org.yiti.telemetry.TripsTold;

/**
 * Takes the trips that terminals saw into the ledger of trips, where people have not entered them
 * ({@code fleet.take_trips}). As trips change that happens in the very transaction that changed them, so neither can be
 * without the other.
 */
@Component
class TakeTrips {

    private static final Set<String> WHOSE_THEY_ARE = Set.of("telemetry.terminal", "fleet.vehicle");

    private final JdbcClient database;
    private final ApplicationEventPublisher events;

    TakeTrips(JdbcClient database, ApplicationEventPublisher events) {
        this.database = database;
        this.events = events;
    }

    @EventListener
    void on(TripsTold told) {
        tell(database.sql("""
                        select unnest(fleet.take_trips(array_agg(v.id), array_agg(:since::timestamptz), array_agg(:until::timestamptz)))
                          from (select distinct v.id from facts.terminal_fitting f
                                  join fleet.vehicle v on v.institution_id = f.institution_id and v.plate = f.plate
                                 where f.terminal = :terminal) v
                        having count(*) > 0
                        """)
                .param("since", Timestamp.from(told.since()))
                .param("until", Timestamp.from(told.until()))
                .param("terminal", told.terminal())
                .query(UUID.class)
                .set());
    }

    /** A terminal is known to be in another vehicle, or a vehicle has come into the books after its terminal. */
    @ApplicationModuleListener
    void on(LedgerChanged change) {
        if (WHOSE_THEY_ARE.contains(change.ledger())) {
            var institutions = change.institutionIds();
            tell(database.sql("""
                            select unnest(fleet.take_trips(array_agg(v.id), array_agg('-infinity'::timestamptz), array_agg('infinity'::timestamptz)))
                              from fleet.vehicle v
                             where (:all or v.institution_id = any (:institutions))
                               and (exists (select from facts.terminal_fitting f
                                             where f.institution_id = v.institution_id and f.plate = v.plate)
                                    or exists (select from fleet.trip t where t.vehicle_id = v.id and t.source = 'TERMINAL'))
                            having count(*) > 0
                            """)
                    .param("all", institutions == null)
                    .param("institutions", institutions == null ? new UUID[0] : institutions.toArray(UUID[]::new))
                    .query(UUID.class)
                    .set());
        }
    }

    private void tell(Set<UUID> institutions) {
        if (!institutions.isEmpty()) {
            events.publishEvent(new LedgerChanged("fleet.trip", institutions));
        }
    }
}
