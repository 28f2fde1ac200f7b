package org.yiti.supervision.shelf;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yiti.kernel.Label;

/** Rules as the console shows them. */
final class RuleView {

    private RuleView() {}

    record Hits(long open, long closed, long dismissed, long mended) {}

    record Item(
            String id,
            String code,
            String module,
            Label title,
            String severity,
            String confidence,
            boolean enabled,
            List<Map<String, Object>> basis,
            Hits hits,
            @Nullable OffsetDateTime lastRunAt,
            @Nullable Integer lastRunMs,
            @Nullable String lastError) {}

    /**
     * @param region division it holds in; null for the whole country
     * @param used false while it waits to be confirmed
     */
    record Value(
            @Nullable String region,
            @Nullable String regionName,
            @Nullable LocalDate validFrom,
            @Nullable LocalDate validTo,
            Map<String, Object> dims,
            @Nullable String text,
            @Nullable BigDecimal value,
            String confidence,
            @Nullable String source,
            @Nullable String article,
            @Nullable String note,
            boolean used) {}

    /** Who decided when, and why. */
    record Decided(String by, OffsetDateTime at, String reason) {}

    /**
     * @param waits whether it has values that are known from memory only, in use or not
     * @param confirmed by whom they were taken into use; null while they are not
     */
    record Parameter(
            String id,
            Label title,
            @Nullable String unit,
            String stricter,
            List<String> dimensions,
            Map<String, Wording> words,
            List<Value> rows,
            boolean waits,
            @Nullable Decided confirmed) {}

    /** What a dimension is called, and its codes; under {@code value} those of values that are text. */
    record Wording(Label title, Map<String, Label> codes) {}

    /** An example that is also a test: what was given, and what the rule finds in it. */
    record Case(Label name, String asOf, Map<String, Object> given, List<Map<String, Object>> finds) {}

    /** How many objects could not be judged, and why. */
    record Unjudged(String reason, Label label, long objects) {}

    /**
     * @param unchecked what of its clause the rule does not check
     * @param unjudged what could not be judged for want of data, within one's scope
     */
    record Whole(
            Item rule,
            Label explain,
            Label remedy,
            int dueDays,
            @Nullable Decided switched,
            List<Parameter> parameters,
            String sql,
            List<Case> cases,
            @Nullable Label unchecked,
            List<Unjudged> unjudged) {}
}
