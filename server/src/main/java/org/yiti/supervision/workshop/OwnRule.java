package org.yiti.supervision.workshop;

import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yiti.law.RuleFiles;

/** The files of a rule as somebody here wrote them, and whether it was taken in among those that ship. */
record OwnRule(UUID id, int version, String ruleId, RuleFiles files, State state, Written written) {

    static final String PREFIX = "own.";

    enum State {
        DRAFT,
        TAKEN_IN
    }

    record Written(String by, OffsetDateTime at, @Nullable OffsetDateTime takenInAt) {}
}
