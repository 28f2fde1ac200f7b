package org.yiti.supervision.steps;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yiti.identity.AccountDirectory;
import org.yiti.kernel.Refused;
import org.yiti.supervision.SupervisionRefusal;

/** Refuses a step that does not say what it must. */
@Component
public class WhatIsSaid {

    private final AccountDirectory accounts;

    WhatIsSaid(AccountDirectory accounts) {
        this.accounts = accounts;
    }

    public void requireNote(StepOf<?> step, @Nullable String note) {
        if (step.needsNote() && (note == null || note.isBlank())) {
            throw new Refused(SupervisionRefusal.NOTE_MISSING);
        }
    }

    /** Whoever is to see to it must be somebody who works on findings there. */
    public void requireAssignee(@Nullable String assignee, UUID institution) {
        if (assignee == null || assignee.isBlank()) {
            throw new Refused(SupervisionRefusal.ASSIGNEE_MISSING);
        }
        if (accounts.workingOnFindings(Set.of(institution)).stream()
                .noneMatch(named -> named.account().equals(assignee))) {
            throw new Refused(SupervisionRefusal.ASSIGNEE_UNKNOWN, Map.of("institution", institution));
        }
    }
}
