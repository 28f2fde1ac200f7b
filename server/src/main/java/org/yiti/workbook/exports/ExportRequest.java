package org.yiti.workbook.exports;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yiti.kernel.Label;
import org.yiti.safeguard.release.Releases;

/**
 * A file that somebody asked for and somebody else decides.
 *
 * @param mine whoever looks has asked for it
 * @param institution only it and what is below it
 * @param rows how many there were when it was asked for
 */
record ExportRequest(
        UUID id,
        String ledger,
        Label title,
        String format,
        Map<String, List<String>> filters,
        @Nullable UUID institution,
        @Nullable String institutionName,
        @Nullable String sort,
        long rows,
        String purpose,
        String reason,
        Releases.State state,
        Releases.Person requestedBy,
        OffsetDateTime requestedAt,
        Releases.@Nullable Person decidedBy,
        @Nullable OffsetDateTime decidedAt,
        @Nullable String note,
        OffsetDateTime expiresAt,
        boolean mine,
        boolean mayDecide) {}
