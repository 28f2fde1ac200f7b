package org.yiti.safeguard;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.yiti.identity.Permission;
import org.yiti.identity.Scope;
import org.yiti.identity.Unscoped;
import org.yiti.kernel.Refused;
import org.yiti.kernel.ledger.Column;
import org.yiti.kernel.ledger.Ledger;

/**
 * Lets one masked value of one object be shown to somebody who says what for and why. The act is sealed in the audit log
 * with the transaction that reads the value: where it cannot be, nothing is shown.
 */
@Component
public class Reveal {

    /** What is asked for: one column of one row. */
    public record Wanted(String ledger, UUID id, @Nullable UUID institution, String column) {}

    public static final String ACT = "data.revealed";
    public static final String SEARCH = "data.searched";
    private static final Duration WITHIN = Duration.ofHours(1);

    private final Scope scope;
    private final Audit audit;
    private final JdbcClient database;
    private final Clock clock;
    private final int most;

    Reveal(Scope scope, Audit audit, JdbcClient database, Clock clock, @Value("${yiti.reveals-per-hour:60}") int most) {
        this.scope = scope;
        this.audit = audit;
        this.database = database;
        this.clock = clock;
        this.most = most;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void record(Wanted wanted, Purpose purpose, String reason) {
        scope.require(Permission.REVEAL, wanted.institution());
        var said = Reason.said(reason);
        refuseTooMany();
        audit.record(Act.of(ACT, wanted.ledger(), wanted.id())
                .in(wanted.institution())
                .with("column", wanted.column())
                .with("purpose", purpose)
                .with("reason", said));
    }

    /** Looking through what is guarded of many, to find some of them: it is kept, with why, and counted like showing one. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void searched(Act act, Purpose purpose, String reason) {
        scope.require(Permission.REVEAL);
        var said = Reason.said(reason);
        refuseTooMany();
        audit.record(act.with("purpose", purpose).with("reason", said));
    }

    /** Asking whether a sealed value is equal to one that is known tells as much as showing it, and is kept like it. */
    @Transactional
    public void search(Ledger ledger, Set<String> filters) {
        var sealed = filters.stream()
                .filter(name -> ledger.find(name).filter(Column::isSealed).isPresent())
                .sorted()
                .toList();
        if (!sealed.isEmpty()) {
            scope.require(Permission.REVEAL);
            refuseTooMany();
            audit.record(Act.of(SEARCH, "ledger", ledger.name()).with("columns", String.join(", ", sealed)));
        }
    }

    /**
     * Whoever writes a value over one they do not see, and is told whether anything has changed, has asked whether the two
     * are equal: it is kept and counted like a search. Whoever writes need not be one who may be shown it.
     */
    @Transactional
    public void compared(Ledger ledger, Collection<String> columns) {
        var sealed = columns.stream()
                .filter(name -> ledger.find(name).filter(Column::isSealed).isPresent())
                .sorted()
                .toList();
        if (!sealed.isEmpty()) {
            refuseTooMany();
            audit.record(Act.of(SEARCH, "ledger", ledger.name())
                    .with("columns", String.join(", ", sealed))
                    .with("by", "comparison"));
        }
    }

    /** Who shows everything one by one takes away a list. */
    private void refuseTooMany() {
        var actor = "account/" + scope.account().account();
        // two requests at once must not count the same last one
        database.sql("select pg_advisory_xact_lock(hashtextextended(:actor, 7))")
                .param("actor", actor)
                .query(row -> {});
        var shown = Unscoped.because("whoever reveals need not read the log", () -> shownBy(actor));
        if (shown >= most) {
            throw new Refused(SafeguardRefusal.TOO_MANY_REVEALS, Map.of("most", most));
        }
    }

    private long shownBy(String actor) {
        return Objects.requireNonNull(database.sql("""
                        select count(*) from safeguard.entry
                         where actor = :actor and action in (:action, :search) and outcome = 'done' and at > :since
                        """)
                .param("actor", actor)
                .param("action", ACT)
                .param("search", SEARCH)
                .param("since", clock.instant().minus(WITHIN).atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .single());
    }
}
