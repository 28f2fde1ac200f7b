package org.yiti.supervision.evidence;

import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A package that somebody asked for with what is masked otherwise, and somebody else decides. */
record PackageRequest(
        UUID id,
        UUID caseId,
        String purpose,
        String reason,
        State state,
        Person requestedBy,
        OffsetDateTime requestedAt,
        OffsetDateTime expiresAt,
        @Nullable Person decidedBy,
        @Nullable OffsetDateTime decidedAt,
        @Nullable String note,
        boolean mine,
        boolean mayDecide) {

    enum State {
        REQUESTED,
        APPROVED,
        REJECTED,
        TAKEN,
        EXPIRED
    }

    record Person(String account, String name) {}
}
