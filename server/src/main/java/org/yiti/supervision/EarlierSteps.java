package org.yiti.supervision;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What people did about findings on days that are over, for a bureau whose past is told rather than lived through. */
public interface EarlierSteps {

    /** @param episode tells apart what a rule finds of one subject; begins with a day where the breach is an event of that day */
    record Waiting(
            UUID id,
            String rule,
            String subject,
            String episode,
            String severity,
            UUID institutionId,
            LocalDate firstSeen,
            int version) {}

    /** @param step a step of the findings' way, such as VERIFY; what it needs to be told must be there */
    record Taken(
            String step,
            @Nullable String note,
            @Nullable LocalDate dueOn,
            @Nullable String assignee,
            Instant at) {}

    /** Every finding that is not settled, in scope of whoever asks. */
    List<Waiting> waiting();

    /** @throws org.yiti.kernel.Refused as the same step would be today */
    void take(UUID finding, int version, Taken step);

    /** What was told so far, for a telling that begins anew; in a house that lives nothing is forgotten. */
    void forget();
}
