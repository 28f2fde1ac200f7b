package org.yiti.safeguard.audit;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yiti.identity.Permission;
import org.yiti.identity.Scope;
import org.yiti.identity.Unscoped;
import org.yiti.safeguard.Act;
import org.yiti.safeguard.Audit;

/** Reading the audit log is an act itself, which the two administrators who may not read it may see. */
@Component
class AuditReaders {

    record Reading(
            long seq,
            OffsetDateTime at,
            String actor,
            @Nullable String actorName,
            String action,
            String outcome) {}

    private final JdbcClient database;
    private final Audit audit;
    private final Scope scope;

    AuditReaders(JdbcClient database, Audit audit, Scope scope) {
        this.scope = scope;
        this.database = database;
        this.audit = audit;
    }

    void note(String what, String which) {
        audit.record(Act.of("audit.read", "safeguard", "audit").with(what, which));
    }

    /** By those who work where one keeps accounts, grants or reads the log oneself. */
    List<Reading> newest() {
        var within = scope.institutions(Permission.ACCOUNT, Permission.GRANT, Permission.AUDIT);
        return Unscoped.because(
                "that the log was read is for those to see who may not read it",
                () -> database.sql("""
                                select e.seq, e.at, e.actor, a.name as actor_name, e.action, e.outcome
                                  from safeguard.entry e left join identity.account a on 'account/' || a.account = e.actor
                                 where e.action in ('audit.read', 'audit.proven', 'audit.exported')
                                   and (:all or a.institution_id = any (:within)) order by e.seq desc limit 200
                                """)
                        .param("all", within == null)
                        .param("within", within == null ? new UUID[0] : within.toArray(UUID[]::new))
                        .query(Reading.class)
                        .list());
    }
}
