package org.yiti.supervision.laboratory;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yiti.kernel.Label;

/** A trial as it is told, cut to what whoever asks may see. */
final class TrialView {

    private TrialView() {}

    record RuleName(String id, Label title, String subject) {}

    record Unit(UUID id, String name) {}

    record Item(
            UUID id,
            RuleName rule,
            Trial.Wish wish,
            @Nullable Unit part,
            int days,
            Trial.Standing standing,
            Trial.Course course) {}

    record Page(List<Item> items, @Nullable String next, long total) {}

    /**
     * @param added not found on the day before; null on the first
     * @param gone found on the day before; null on the first
     * @param entered rows of its ledgers that were entered after the day
     * @param altered changed or removed after the day: what they were then is not judged
     */
    record Day(
            LocalDate day,
            Trial.Side side,
            long found,
            long units,
            @Nullable Long added,
            @Nullable Long gone,
            int ms,
            long entered,
            long altered,
            @Nullable String error) {}

    /** @param how SPANS: as it was by the day; DAYS: by the days it holds; NOW: only as it is today */
    record Fact(String relation, @Nullable String comment, String how) {}

    /** @param subjects found by both */
    record Overlap(RuleName rule, long subjects) {}

    /** What people decided of the findings that are found here too, while nobody is asked again. */
    record Decided(Trial.Side side, long confirmed, long dismissed, long undecided, long never) {}

    record Whole(Item trial, List<Day> days, List<Fact> facts, List<Overlap> overlaps, List<Decided> decided) {}

    record UnitCount(Unit unit, long present, long other) {}

    record Subject(
            @Nullable UUID id,
            @Nullable String title,
            Unit unit,
            String episode,
            @Nullable BigDecimal actual,
            @Nullable BigDecimal limit,
            @Nullable BigDecimal otherLimit,
            boolean present,
            boolean other) {}

    record Subjects(String kind, List<Subject> items, long total) {}
}
