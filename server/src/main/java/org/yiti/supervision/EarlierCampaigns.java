package org.yiti.supervision;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Inspection campaigns of days that are over, for a bureau whose past is told rather than lived through. */
public interface EarlierCampaigns {

    /**
     * @param checklist id in {@code standards/checklists.yml}
     * @param institution whose part of the tree is inspected
     */
    record Plan(
            String title,
            String purpose,
            String basis,
            String checklist,
            UUID institution,
            LocalDate startsOn,
            LocalDate endsOn,
            int wanted,
            String inspector) {}

    /**
     * @param said YES, NO or NOT_APPLICABLE; null where a number or words are asked
     * @param note also why there is no photograph
     */
    record Answer(
            @Nullable String said,
            @Nullable BigDecimal number,
            @Nullable String text,
            @Nullable String note) {}

    /** Whether there is none yet. */
    boolean none();

    /** Planned and drawn by whoever acts. */
    UUID begin(Plan plan, String seed, Instant at);

    /** Visits that are still to be made, in the order they are due. */
    List<UUID> visits(UUID campaign);

    /** Made whole, as its inspector would: {@code answer} is asked about every item by its code. */
    void visit(UUID visit, Function<String, Answer> answer, Instant at);

    void close(UUID campaign, String conclusion, Instant at);
}
