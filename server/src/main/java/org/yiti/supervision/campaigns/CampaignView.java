package org.yiti.supervision.campaigns;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yiti.kernel.Label;

/** Campaigns and visits as the console shows them. */
final class CampaignView {

    private CampaignView() {}

    record Person(String account, String name) {}

    record Institution(UUID id, String name) {}

    /**
     * @param institution whose part of the tree is inspected
     * @param visits that are not dropped
     */
    record Item(
            UUID id,
            int version,
            String number,
            String title,
            Institution institution,
            String state,
            String checklist,
            LocalDate startsOn,
            LocalDate endsOn,
            int wanted,
            int visits,
            int done,
            int failed,
            @Nullable BigDecimal score) {}

    record Page(List<Item> items, @Nullable String next, long total) {}

    /** @param frame how many it was drawn from */
    record Drawn(
            int n,
            String seed,
            String algorithm,
            @Nullable String reason,
            OffsetDateTime drawnAt,
            Person drawnBy,
            int wanted,
            int frame,
            String frameHash) {}

    record Weighed(
            UUID id,
            String name,
            String stratum,
            Label stratumName,
            @Nullable BigDecimal score,
            BigDecimal weight,
            double key,
            boolean chosen) {}

    /** A line of a campaign, of an inspector's list and of a report. */
    record Line(
            UUID id,
            int version,
            Institution institution,
            Label stratum,
            String campaign,
            String title,
            LocalDate dueOn,
            Person inspector,
            String state,
            int answered,
            int failed,
            @Nullable OffsetDateTime doneAt,
            @Nullable BigDecimal score,
            @Nullable String note) {}

    record Whole(
            Item item,
            String purpose,
            String basis,
            List<Label> kinds,
            List<Person> inspectors,
            List<Checklist.Item> items,
            List<Drawn> draws,
            List<Line> visits,
            @Nullable String conclusion,
            @Nullable OffsetDateTime finishedAt,
            @Nullable Person finishedBy,
            @Nullable String digest) {}

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

    record Made(UUID id) {}
}
