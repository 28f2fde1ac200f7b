package org.yiti.supervision.campaigns;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yiti.kernel.Label;
import org.yiti.supervision.campaigns.draw.DrawQueries;
import org.yiti.supervision.campaigns.plan.Checklist;
import org.yiti.supervision.campaigns.plan.Shown;
import org.yiti.supervision.campaigns.visits.VisitView;

/** Campaigns and visits as the console shows them. */
final class CampaignView {

    private CampaignView() {}

    /**
     * @param institution whose part of the tree is inspected
     * @param visits that are not dropped
     */
    record Item(
            UUID id,
            int version,
            String number,
            String title,
            Shown.Institution institution,
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

    record Whole(
            Item item,
            String purpose,
            String basis,
            List<Label> kinds,
            List<Shown.Person> inspectors,
            List<Checklist.Item> items,
            List<DrawQueries.Drawn> draws,
            List<VisitView.Line> visits,
            @Nullable String conclusion,
            @Nullable OffsetDateTime finishedAt,
            Shown.@Nullable Person finishedBy,
            @Nullable String digest) {}

    record Made(UUID id) {}
}
