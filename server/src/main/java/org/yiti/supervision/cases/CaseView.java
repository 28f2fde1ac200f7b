package org.yiti.supervision.cases;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yiti.kernel.Label;
import org.yiti.supervision.cases.file.CaseStep;
import org.yiti.supervision.cases.file.Stage;
import org.yiti.supervision.eyes.SecondEyes;

/** Cases as the console shows them. */
final class CaseView {

    private CaseView() {}

    record Person(String account, String name) {}

    record Institution(UUID id, String name) {}

    record Ref(UUID id, String number) {}

    /**
     * @param rules what its findings are of, each once
     * @param standing findings that are neither mended nor a false alarm
     * @param workdaysLeft until it is due; negative when it is late; null without a due date
     * @param escalated it is late, and the superior was told
     */
    record Item(
            UUID id,
            String number,
            int version,
            Stage stage,
            Label stageName,
            Institution institution,
            List<Label> rules,
            int findings,
            int standing,
            OffsetDateTime openedAt,
            @Nullable LocalDate dueOn,
            @Nullable Integer workdaysLeft,
            boolean overdue,
            boolean escalated,
            boolean proposed,
            @Nullable Person assignee) {}

    /** @param counts of what waits for whoever looks, under the same names as the views of the list */
    record Page(List<Item> items, @Nullable String next, long total, Map<String, Long> counts) {}

    record Event(
            OffsetDateTime at,
            @Nullable Person actor,
            String step,
            Label stepName,
            @Nullable Stage from,
            Stage to,
            @Nullable String note,
            @Nullable LocalDate dueOn,
            @Nullable Person assignee,
            List<String> cases) {}

    /** @param dueOn the day it would be due; a later one is no choice */
    record Possible(
            CaseStep step,
            Label label,
            Stage to,
            Label toName,
            boolean needsNote,
            boolean takesDueOn,
            boolean needsDueOn,
            boolean needsAssignee,
            @Nullable LocalDate dueOn) {}

    record Proposal(
            UUID id,
            String kind,
            Map<String, Integer> reasons,
            OffsetDateTime madeAt,
            @Nullable OffsetDateTime goneAt,
            @Nullable OffsetDateTime decidedAt,
            @Nullable Person decidedBy,
            @Nullable Boolean accepted,
            @Nullable String note,
            boolean mayDecide) {}

    /** @param signs how many spoke against it when the case was opened */
    record Suspicion(String kind, UUID subject, BigDecimal score, int records, LocalDate asOf, int signs) {}

    /** What the law names for such a breach: told to whoever decides, decided by nobody else. */
    record Guidance(
            String id, Label matter, String source, String article, String confidence, List<Measure> measures) {}

    record Measure(Label when, Label measure) {}

    /**
     * The whole page of one case; its findings and papers are asked for beside it.
     *
     * @param leftToOthers why whoever looks may not review or close it, who could otherwise; null where nothing is withheld
     * @param mayWork to merge, split and have its evidence put together
     */
    record Whole(
            Item item,
            @Nullable Ref mergedInto,
            @Nullable Ref splitFrom,
            List<Ref> merged,
            List<Ref> split,
            List<Suspicion> suspicions,
            List<Proposal> proposals,
            List<Event> history,
            List<Possible> steps,
            SecondEyes.@Nullable Objection leftToOthers,
            boolean mayWork,
            List<Guidance> guidance) {}

    record Opened(UUID id) {}
}
