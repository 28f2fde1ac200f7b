package org.yiti.supervision.judging;

import java.util.Set;
import java.util.UUID;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;
import org.yiti.kernel.ledger.LedgerChanged;
import org.yiti.law.LawBook;
import org.yiti.law.Rule;
import org.yiti.supervision.rulebook.ParameterSettled;
import org.yiti.supervision.rulebook.Rulebook;

/** A ledger changed: whoever watches it judges those concerned anew. */
@Component
class JudgeOnChange {

    private static final Set<String> WHERE_LAW_HOLDS = Set.of("organization.institution", "organization.division");

    private final Rulebook rulebook;
    private final PendingJudgements pending;
    private final JudgingJobs jobs;
    private final LawBook law;
    private final RunSweep sweep;

    JudgeOnChange(Rulebook rulebook, PendingJudgements pending, JudgingJobs jobs, LawBook law, RunSweep sweep) {
        this.rulebook = rulebook;
        this.pending = pending;
        this.jobs = jobs;
        this.law = law;
        this.sweep = sweep;
    }

    /** What comes first is in force before it is due: whoever judges what is due may have begun long ago. */
    @ApplicationModuleListener
    void on(LedgerChanged change) {
        if (WHERE_LAW_HOLDS.contains(change.ledger())) {
            law.resolve();
        }
        var rules = rulebook.watching(change.ledger());
        rules.forEach(rule -> pending.add(rule.id(), rule.grounds().across() ? null : change.institutionIds()));
        if (!rules.isEmpty()) {
            jobs.judgePending();
        }
    }

    @ApplicationModuleListener
    void on(ParameterSettled settled) {
        var rules = rulebook.judgingBy(settled.parameter());
        rules.forEach(rule -> pending.add(rule.id(), null));
        if (!rules.isEmpty()) {
            jobs.judgePending();
        }
    }

    /** Until nothing is due any more. */
    void judgePending(UUID by) {
        for (var due = pending.take(by); due.isPresent(); due = pending.take(by)) {
            var taken = due.get();
            rulebook.enabled().stream()
                    .filter((Rule rule) -> rule.id().equals(taken.ruleId()))
                    .forEach(rule -> sweep.judge(null, rule, taken.institutions()));
            pending.done(by, taken.ruleId());
        }
    }
}
