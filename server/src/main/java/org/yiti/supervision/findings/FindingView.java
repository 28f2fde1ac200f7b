package org.yiti.supervision.findings;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yiti.kernel.Label;
import org.yiti.ledger.LifeLineEntry;
import org.yiti.supervision.eyes.SecondEyes;

/** Findings as the console shows them. */
final class FindingView {

    private FindingView() {}

    record RuleName(String id, String code, Label title) {}

    record Subject(String kind, UUID id, String title) {}

    record Institution(UUID id, @Nullable String name) {}

    record Person(String account, String name) {}

    /**
     * One line of a list.
     *
     * @param episode tells apart what a rule finds of one subject: a trip, a month; empty where there is one only
     */
    record Item(
            UUID id,
            String number,
            int version,
            RuleName rule,
            String module,
            String severity,
            State state,
            Label stateName,
            Subject subject,
            String episode,
            Institution institution,
            String summary,
            @Nullable BigDecimal actual,
            @Nullable BigDecimal limit,
            @Nullable BigDecimal excess,
            @Nullable String unit,
            LocalDate firstSeen,
            LocalDate lastSeen,
            LocalDate dueOn,
            boolean overdue,
            @Nullable Person assignee) {}

    record Page(List<Item> items, @Nullable String next, long total, boolean totalCapped) {}

    record Column(String name, Label label, @Nullable String unit) {}

    record Evidence(List<Column> columns, List<Map<String, @Nullable Object>> rows) {}

    record Event(
            OffsetDateTime at,
            @Nullable Person actor,
            String step,
            Label stepName,
            @Nullable State from,
            @Nullable State to,
            @Nullable String note,
            @Nullable LocalDate dueOn,
            @Nullable Person assignee,
            @Nullable Object details,
            LifeLineEntry.@Nullable Paper paper) {}

    record Possible(Step step, Label label, State to, boolean needsNote, boolean needsDueOn, boolean needsAssignee) {}

    /** @param open then it is dealt with there */
    record InCase(UUID id, String number, boolean open) {}

    /**
     * @param what VISIT where it was seen, LEDGERS or ON_SITE for a finding of such a thing that was found the other way
     * @param photos papers of the visit
     */
    record Related(String what, UUID id, String number, List<UUID> photos) {}

    /**
     * The whole page of one finding.
     *
     * @param inCase null where it is in none
     * @param mayOpenCase whoever looks may open a case from it
     * @param leftToOthers why whoever looks may not review, close or dismiss it, who could otherwise; null where nothing is withheld
     */
    record Whole(
            Item finding,
            @Nullable InCase inCase,
            List<Related> related,
            boolean mayOpenCase,
            String remedy,
            List<?> basis,
            List<?> parameters,
            Evidence evidence,
            List<Event> history,
            List<Possible> steps,
            SecondEyes.@Nullable Objection leftToOthers) {}
}
