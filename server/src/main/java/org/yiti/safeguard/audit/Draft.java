package org.yiti.safeguard.audit;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yiti.safeguard.Act;

/** An entry that has no number yet. {@code before}, {@code after} and details are in clear; the leaf will have their hashes. */
record Draft(
        Instant at,
        String actor,
        String action,
        String object,
        @Nullable UUID objectId,
        @Nullable UUID institutionId,
        @Nullable String requestId,
        String outcome,
        @Nullable Long changeId,
        byte @Nullable [] before,
        byte @Nullable [] after,
        Map<String, String> details,
        List<UUID> rows) {

    static Draft of(Act act, String actor, Instant at) {
        return new Draft(
                at,
                actor,
                act.action(),
                act.object(),
                act.objectId(),
                act.institutionId(),
                null,
                act.outcome(),
                null,
                null,
                null,
                act.details(),
                act.rows());
    }

    boolean isSalted() {
        return before != null || after != null || !details.isEmpty();
    }
}
