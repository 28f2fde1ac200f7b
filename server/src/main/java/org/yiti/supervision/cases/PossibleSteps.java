package org.yiti.supervision.cases;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yiti.identity.Scope;
import org.yiti.supervision.cases.file.CaseFile;
import org.yiti.supervision.cases.file.CaseFiles;
import org.yiti.supervision.cases.file.CaseStep;
import org.yiti.supervision.cases.file.Deadlines;
import org.yiti.supervision.cases.file.EyesForCase;
import org.yiti.supervision.cases.file.FindingsOfCase;
import org.yiti.supervision.cases.file.Stage;
import org.yiti.supervision.eyes.SecondEyes;

/** What whoever looks at a case may do with it now. */
@Component
class PossibleSteps {

    private final CaseFiles files;
    private final FindingsOfCase findings;
    private final EyesForCase eyes;
    private final Deadlines deadlines;
    private final CaseQueries cases;
    private final Scope scope;

    PossibleSteps(
            CaseFiles files,
            FindingsOfCase findings,
            EyesForCase eyes,
            Deadlines deadlines,
            CaseQueries cases,
            Scope scope) {
        this.files = files;
        this.findings = findings;
        this.eyes = eyes;
        this.deadlines = deadlines;
        this.cases = cases;
        this.scope = scope;
    }

    boolean areOtherEyes(UUID id) {
        return eyes.objection(files.get(id)) == null;
    }

    /** Said only where there is something to be left. */
    SecondEyes.@Nullable Objection leftToOthers(UUID id) {
        var file = files.get(id);
        return possible(file).anyMatch(CaseStep::needsOtherEyes) ? eyes.objection(file) : null;
    }

    List<CaseView.Possible> of(UUID id) {
        var file = files.get(id);
        var others = eyes.objection(file) == null;
        return possible(file)
                .filter(step -> others || !step.needsOtherEyes())
                .map(step -> possible(step, file))
                .toList();
    }

    private Stream<CaseStep> possible(CaseFile file) {
        var nothingStands = findings.count(file.id()).standing() == 0;
        return Arrays.stream(CaseStep.values())
                .filter(step -> step.possibleIn(file.stage()))
                .filter(step -> scope.contains(step.permission(), file.institutionId()))
                .filter(step -> nothingStands || step != CaseStep.CLOSE_EARLY);
    }

    private CaseView.Possible possible(CaseStep step, CaseFile file) {
        var to = step.from(file.stage());
        return new CaseView.Possible(
                step,
                step.label(),
                to,
                to.label(),
                step.needsNote(),
                step.takesDueOn(),
                step.needsDueOn(),
                step.needsAssignee(),
                due(step, to, file));
    }

    private java.time.@Nullable LocalDate due(CaseStep step, Stage to, CaseFile file) {
        return step.needsDueOn() || to == file.stage() || !to.open()
                ? null
                : deadlines.of(to, file.institutionId(), cases.today());
    }
}
