package org.yiti.supervision.cases.handling;

import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yiti.kernel.Refused;
import org.yiti.supervision.SupervisionRefusal;
import org.yiti.supervision.cases.file.CaseFile;
import org.yiti.supervision.cases.file.CaseStep;
import org.yiti.supervision.cases.file.Deadlines;
import org.yiti.supervision.cases.file.EyesForCase;
import org.yiti.supervision.cases.file.FindingsOfCase;
import org.yiti.supervision.steps.WhatIsSaid;

/** Why a step cannot be taken. */
@Component
class CaseChecks {

    private final EyesForCase eyes;
    private final Deadlines deadlines;
    private final WhatIsSaid said;
    private final FindingsOfCase findings;

    CaseChecks(EyesForCase eyes, Deadlines deadlines, WhatIsSaid said, FindingsOfCase findings) {
        this.eyes = eyes;
        this.deadlines = deadlines;
        this.said = said;
        this.findings = findings;
    }

    void check(CaseFile file, TakeCaseStep.Request request) {
        var step = request.step();
        if (!step.possibleIn(file.stage())) {
            throw new Refused(SupervisionRefusal.STEP_NOT_POSSIBLE, Map.of("state", file.stage()));
        }
        if (step.needsOtherEyes()) {
            eyes.require(file);
        }
        if (step == CaseStep.CLOSE_EARLY) {
            var standing = findings.count(file.id()).standing();
            if (standing > 0) {
                throw new Refused(SupervisionRefusal.CASE_STILL_STANDS, Map.of("standing", standing));
            }
        }
        said.requireNote(step, request.note());
        if (step.needsAssignee()) {
            said.requireAssignee(request.assignee(), file.institutionId());
        }
    }

    /** When the stage it comes to is due: as many workdays as that has, sooner where that is said, later by extension only. */
    @Nullable
    LocalDate due(CaseFile file, TakeCaseStep.Request request, LocalDate today) {
        var step = request.step();
        var wanted = step.takesDueOn() ? request.dueOn() : null;
        if (wanted != null && wanted.isBefore(today)) {
            throw new Refused(SupervisionRefusal.DUE_DATE_PAST);
        }
        if (step.needsDueOn()) {
            if (wanted == null) {
                throw new Refused(SupervisionRefusal.DUE_DATE_MISSING);
            }
            return wanted;
        }
        var to = step.from(file.stage());
        if (to == file.stage()) {
            return file.dueOn();
        }
        var latest = to.open() ? deadlines.of(to, file.institutionId(), today) : null;
        if (wanted != null && latest != null && wanted.isAfter(latest)) {
            throw new Refused(SupervisionRefusal.CASE_DUE_TOO_LATE, Map.of("latest", latest));
        }
        return wanted == null ? latest : wanted;
    }
}
