package org.yiti.ledger.reorganization;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.yiti.kernel.Label;
import org.yiti.kernel.Refused;
import org.yiti.kernel.Refused.FieldProblem;
import org.yiti.kernel.UseCase;
import org.yiti.ledger.LedgerRefusal;
import org.yiti.ledger.reorganization.Reorganization.Kind;
import org.yiti.ledger.reorganization.Reorganization.State;
import org.yiti.ledger.reorganization.Reorganization.Step;
import org.yiti.safeguard.Act;
import org.yiti.safeguard.Audit;

/** Writes down what is to become of institutions; nothing happens to them by it. */
@UseCase
class WriteDraft {

    private static final int YEARS_BACK = 10;
    private static final int YEARS_AHEAD = 2;

    private final ReorganizationQueries queries;
    private final Reorganizations reorganizations;
    private final Concerned concerned;
    private final Audit audit;
    private final Clock clock;

    WriteDraft(
            ReorganizationQueries queries,
            Reorganizations reorganizations,
            Concerned concerned,
            Audit audit,
            Clock clock) {
        this.queries = queries;
        this.reorganizations = reorganizations;
        this.concerned = concerned;
        this.audit = audit;
        this.clock = clock;
    }

    UUID add(Draft draft) {
        var steps = checked(draft);
        var id = reorganizations.add(draft, steps);
        audit.record(told("reorganization.drafted", id, draft));
        return id;
    }

    void change(UUID id, Draft draft) {
        var now = queries.get(id);
        concerned.refuseUnlessMine(now);
        now.refuseUnless(State.DRAFT);
        if (draft.version() == null || draft.version() != now.version()) {
            throw new Refused(LedgerRefusal.ROW_STALE, Map.of("version", now.version()));
        }
        reorganizations.change(id, draft, checked(draft));
        audit.record(told("reorganization.drafted", id, draft));
    }

    void remove(UUID id) {
        var now = queries.get(id);
        concerned.refuseUnlessMine(now);
        now.refuseUnless(State.DRAFT);
        reorganizations.remove(id);
        audit.record(
                Act.of("reorganization.dropped", "ledger.reorganization", id).with("name", now.name()));
    }

    private static Act told(String action, UUID id, Draft draft) {
        return Act.of(action, "ledger.reorganization", id)
                .with("name", draft.name())
                .with("approvalNo", draft.approvalNo())
                .with("effectiveOn", draft.effectiveOn());
    }

    private List<Step> checked(Draft draft) {
        var problems = new ArrayList<FieldProblem>();
        var today = LocalDate.now(clock);
        if (draft.effectiveOn().isBefore(today.minusYears(YEARS_BACK))
                || draft.effectiveOn().isAfter(today.plusYears(YEARS_AHEAD))) {
            problems.add(problem("/effectiveOn", "须在十年前到两年后之间", "must lie between ten years ago and two years ahead"));
        }
        var steps = new ArrayList<Step>();
        var gone = new HashSet<UUID>();
        for (var n = 0; n < draft.steps().size(); n++) {
            var step = draft.steps().get(n);
            var wrong = wrong(step, gone);
            if (wrong == null) {
                steps.add(new Step(
                        step.kind(),
                        step.institution(),
                        step.kind() == Kind.RENAME ? null : step.target(),
                        step.kind() == Kind.RENAME && step.name() != null
                                ? step.name().strip()
                                : null,
                        null,
                        null));
            } else {
                problems.add(new FieldProblem("/steps/" + n + wrong.pointer(), wrong.message()));
            }
            if (step.kind() == Kind.MERGE) {
                gone.add(step.institution());
            }
        }
        if (!problems.isEmpty()) {
            throw new Refused(LedgerRefusal.REORGANIZATION_REFUSED, Map.of(), problems);
        }
        concerned.refuseUnlessMine(steps);
        return steps;
    }

    private static @Nullable FieldProblem wrong(Draft.Step step, HashSet<UUID> gone) {
        if (gone.contains(step.institution())) {
            return problem("/institution", "在前面的步骤中已并入其他单位", "was taken over in a step before");
        }
        if (step.kind() == Kind.RENAME) {
            return step.name() == null || step.name().isBlank()
                    ? problem("/name", "请填写新名称", "the new name is missing")
                    : null;
        }
        if (step.target() == null) {
            return problem("/target", "请选择目标单位", "the other institution is missing");
        }
        if (step.target().equals(step.institution())) {
            return problem("/target", "不能是单位自己", "cannot be the institution itself");
        }
        return gone.contains(step.target())
                ? problem("/target", "在前面的步骤中已并入其他单位", "was taken over in a step before")
                : null;
    }

    private static FieldProblem problem(String pointer, String zh, String en) {
        return new FieldProblem(pointer, new Label(zh, en).in(LocaleContextHolder.getLocale()));
    }
}
