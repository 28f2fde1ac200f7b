package org.yiti.supervision.campaigns.visits;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yiti.kernel.Label;
import org.yiti.supervision.campaigns.plan.Checklist;
import org.yiti.supervision.campaigns.plan.Shown;

/** Visits as the console shows them. */
public final class VisitView {

    private VisitView() {}

    /** A line of a campaign, of an inspector's list and of a report. */
    public record Line(
            UUID id,
            int version,
            Shown.Institution institution,
            Label stratum,
            String campaign,
            String title,
            LocalDate dueOn,
            Shown.Person inspector,
            String state,
            int answered,
            int failed,
            @Nullable OffsetDateTime doneAt,
            @Nullable BigDecimal score,
            @Nullable String note) {}

    record Limit(BigDecimal value, String clause) {}

    record Asked(
            String code,
            Label title,
            Checklist.Kind kind,
            Checklist.Photo photo,
            String clause,
            @Nullable String unit,
            boolean most,
            @Nullable Limit limit) {}

    /**
     * @param finding what it became
     * @param inLedgers what a rule had found in the ledgers of such a thing, and stood when the visit was finished
     */
    record Answered(
            String item,
            Label title,
            String clause,
            int n,
            String result,
            @Nullable BigDecimal number,
            @Nullable BigDecimal limit,
            @Nullable String unit,
            @Nullable String text,
            @Nullable String note,
            List<UUID> photos,
            OffsetDateTime saidAt,
            @Nullable Finding finding,
            @Nullable Finding inLedgers) {}

    record Finding(UUID id, String number) {}

    /** @param mine whoever looks is to make it */
    record Visit(Line line, List<Asked> items, List<Answered> answers, boolean mine) {}

    /** @param conflicts items that were answered on another phone meanwhile: what is there now is in the visit */
    record Synced(Visit visit, List<String> conflicts) {}
}
