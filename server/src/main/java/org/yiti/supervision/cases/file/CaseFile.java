package org.yiti.supervision.cases.file;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A case as it is now.
 *
 * @param answeredBy who explained or reported it put right
 */
public record CaseFile(
        UUID id,
        String number,
        int version,
        Stage stage,
        UUID institutionId,
        @Nullable LocalDate dueOn,
        @Nullable String assignee,
        List<String> answeredBy) {}
