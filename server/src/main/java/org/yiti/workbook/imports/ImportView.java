package org.yiti.workbook.imports;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yiti.kernel.Label;

/** An import as the console shows it. */
record ImportView(
        UUID id,
        String fileName,
        long size,
        Import.State state,
        Import.Progress progress,
        List<Sheet> sheets,
        long problems,
        @Nullable Problem refusal,
        String createdBy,
        OffsetDateTime createdAt,
        @Nullable OffsetDateTime appliedAt,
        boolean undoable,
        List<UndoBlockers.Blocker> undoBlockedBy) {

    record Sheet(
            String sheet,
            @Nullable String ledger,
            @Nullable Label title,
            long rows,
            long added,
            long changed,
            long same,
            long bad,
            List<String> derivedColumns,
            List<String> ignoredColumns,
            List<String> missingColumns) {}

    record Problem(String type, String title, Map<String, Object> facts) {}
}
