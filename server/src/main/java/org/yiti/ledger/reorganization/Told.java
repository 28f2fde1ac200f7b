package org.yiti.ledger.reorganization;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yiti.kernel.ledger.LedgerChanged;
import org.yiti.safeguard.Act;
import org.yiti.safeguard.Audit;

/** Tells the audit log what was decided, and the house which ledgers the transaction under way has changed. */
@Component
class Told {

    private final Audit audit;
    private final ApplicationEventPublisher events;
    private final JdbcClient database;

    Told(Audit audit, ApplicationEventPublisher events, JdbcClient database) {
        this.audit = audit;
        this.events = events;
        this.database = database;
    }

    void of(String action, Reorganization reorganization) {
        audit.record(Act.of(action, "ledger.reorganization", reorganization.id())
                .with("name", reorganization.name())
                .with("approvalNo", reorganization.approvalNo())
                .with("effectiveOn", reorganization.effectiveOn()));
    }

    /** Of which institutions need not be told: whatever is judged across them is judged whole. */
    void changed() {
        database.sql("select distinct c.ledger from lifeline.change c where" + Outcomes.OURS)
                .query(String.class)
                .list()
                .forEach(ledger -> events.publishEvent(new LedgerChanged(ledger, null)));
    }
}
