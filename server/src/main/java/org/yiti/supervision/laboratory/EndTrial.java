package org.yiti.supervision.laboratory;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yiti.identity.Scope;
import org.yiti.kernel.Refused;
import org.yiti.kernel.UseCase;
import org.yiti.safeguard.Act;
import org.yiti.safeguard.Audit;
import org.yiti.supervision.SupervisionRefusal;
import org.yiti.supervision.rulebook.Rulebook;

/** Cancels what is under way, ends a shadow, takes it live, or removes what was kept of a trial. */
@UseCase
class EndTrial {

    private final Trials trials;
    private final Rulebook rulebook;
    private final Scope scope;
    private final Audit audit;

    EndTrial(Trials trials, Rulebook rulebook, Scope scope, Audit audit) {
        this.trials = trials;
        this.rulebook = rulebook;
        this.scope = scope;
        this.audit = audit;
    }

    void cancel(UUID id, @Nullable String reason) {
        var trial = trials.get(id);
        end(trial, trial.wish().kind() == Trial.Kind.SHADOW ? Trial.State.DONE : Trial.State.CANCELLED, reason);
        audit.record(Act.of("trial.ended", "supervision.trial", id)
                .with("rule", trial.wish().rule())
                .with("reason", reason));
    }

    /** From now on what the rule finds is told to those it is about. */
    void goLive(UUID id, @Nullable String reason) {
        if (reason == null || reason.isBlank()) {
            throw new Refused(SupervisionRefusal.REASON_MISSING);
        }
        var trial = trials.get(id);
        if (!trial.wish().isWholeRuleInShadow()) {
            throw new Refused(SupervisionRefusal.TRIAL_IS_OVER);
        }
        end(trial, Trial.State.DONE, reason);
        rulebook.switchTo(trial.wish().rule(), true, reason, scope.account().account());
    }

    private void end(Trial trial, Trial.State state, @Nullable String reason) {
        if (!trials.end(trial.id(), state, reason, scope.account().account())) {
            throw new Refused(SupervisionRefusal.TRIAL_IS_OVER, Map.of("trial", trial.id()));
        }
    }

    void remove(UUID id) {
        var trial = trials.get(id);
        trials.remove(id);
        audit.record(Act.of("trial.removed", "supervision.trial", id)
                .with("rule", trial.wish().rule()));
    }
}
