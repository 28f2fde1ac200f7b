package org.yiti.ledger.paper;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A paper of an object or a finding, as it was added. */
record Paper(
        UUID id,
        String holderKind,
        UUID holderId,
        String kind,
        String title,
        @Nullable String number,
        @Nullable LocalDate datedOn,
        String fileName,
        String mediaType,
        long size,
        String sha256,
        Instant addedAt,
        String addedBy,
        String addedByName) {}
