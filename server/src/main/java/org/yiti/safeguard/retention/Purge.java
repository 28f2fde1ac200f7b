package org.yiti.safeguard.retention;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.yiti.identity.Unscoped;
import org.yiti.kernel.Label;
import org.yiti.kernel.Retained;
import org.yiti.safeguard.Act;
import org.yiti.safeguard.Audit;

/** Deletes what has been kept long enough, some rows a transaction, and tells the audit log of it. */
@Component
class Purge {

    /** @param due how many would be deleted now */
    record Due(String id, Label title, int keepDays, int atLeastDays, String source, LocalDate before, long due) {}

    private static final int BATCH = 1_000;

    private final Periods periods;
    private final ObjectProvider<Retained> retained;
    private final Clock clock;
    private final Audit audit;
    private final TransactionTemplate transaction;

    Purge(
            Periods periods,
            ObjectProvider<Retained> retained,
            Clock clock,
            Audit audit,
            PlatformTransactionManager transactions) {
        this.periods = periods;
        this.retained = retained;
        this.clock = clock;
        this.audit = audit;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** What a run would delete, and nothing is. */
    List<Due> due() {
        return Unscoped.because("what is kept too long is counted in the whole house", this::counted);
    }

    private List<Due> counted() {
        return periods.inForce().stream()
                .map(period -> {
                    var before = before(period);
                    return new Due(
                            period.id(),
                            period.title(),
                            period.keepDays(),
                            period.atLeastDays(),
                            period.source(),
                            LocalDate.ofInstant(before, clock.getZone()),
                            of(period).stream()
                                    .mapToLong(one -> one.count(before))
                                    .sum());
                })
                .toList();
    }

    /** @return how many were deleted */
    long run() {
        return Unscoped.because(
                "and deleted by the house, whoever asks for it",
                () -> periods.inForce().stream().mapToLong(this::run).sum());
    }

    private long run(Period period) {
        var before = before(period);
        return of(period).stream().mapToLong(one -> all(period, one, before)).sum();
    }

    private long all(Period period, Retained one, Instant before) {
        var deleted = 0L;
        var last = -1;
        while (last != 0) {
            last = Objects.requireNonNull(transaction.execute(status -> some(period, one, before)));
            deleted += last;
        }
        return deleted;
    }

    /** With what is deleted, that it was: a run that is killed has told of all it did, and what cannot be told stays. */
    private int some(Period period, Retained one, Instant before) {
        var deleted = one.purge(before, BATCH);
        if (deleted > 0) {
            audit.record(Act.of("data.purged", "retention", period.id())
                    .with("before", before)
                    .with("deleted", deleted)
                    .with("keepDays", period.keepDays()));
        }
        return deleted;
    }

    private Instant before(Period period) {
        return LocalDate.now(clock)
                .minusDays(period.keepDays())
                .atStartOfDay(clock.getZone())
                .toInstant();
    }

    private List<Retained> of(Period period) {
        return retained.stream().filter(one -> one.period().equals(period.id())).toList();
    }
}
