package org.yiti.supervision.evidence;

import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yiti.safeguard.release.Releases;

/** A package that somebody asked for with what is masked otherwise, and somebody else decides. */
record PackageRequest(
        UUID id,
        UUID caseId,
        String purpose,
        String reason,
        Releases.State state,
        Releases.Person requestedBy,
        OffsetDateTime requestedAt,
        OffsetDateTime expiresAt,
        Releases.@Nullable Person decidedBy,
        @Nullable OffsetDateTime decidedAt,
        @Nullable String note,
        boolean mine,
        boolean mayDecide) {}
