package org.yiti.safeguard.audit;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
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

    /** Pages turned later than this are a search of their own. */
    private static final Duration ONE_SEARCH = Duration.ofHours(1);

    private final JdbcClient database;
    private final Audit audit;
    private final Actors actors;
    private final Scope scope;
    private final Clock clock;

    AuditReaders(JdbcClient database, Audit audit, Actors actors, Scope scope, Clock clock) {
        this.actors = actors;
        this.scope = scope;
        this.clock = clock;
        this.database = database;
        this.audit = audit;
    }

    /** One entry a search, however many of its pages are turned. Who begins in the middle has begun a search. */
    void note(String what, String which, boolean goesOn) {
        if (!goesOn || !isNoted(what, which)) {
            audit.record(Act.of("audit.read", "safeguard", "audit").with(what, which));
        }
    }

    private boolean isNoted(String what, String which) {
        return Unscoped.because(
                "whether a search has been told of is for nobody to see",
                () -> database.sql("""
                                select exists (select from safeguard.entry
                                                where actor = :actor and action = 'audit.read' and at > :since and clear ->> :what = :which)
                                """)
                        .param("actor", actors.now())
                        .param("since", clock.instant().minus(ONE_SEARCH).atOffset(ZoneOffset.UTC))
                        .param("what", what)
                        .param("which", which)
                        .query(Boolean.class)
                        .single());
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
