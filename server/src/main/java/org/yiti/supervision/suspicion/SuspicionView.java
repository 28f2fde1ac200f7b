package org.yiti.supervision.suspicion;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yiti.kernel.Label;

/** Suspicions as the console shows them. */
final class SuspicionView {

    private SuspicionView() {}

    record Institution(UUID id, String name) {}

    record OfModel(String model, Label title, BigDecimal score, int records) {}

    /** @param p what records of this kind say together, capped */
    record OfEvidence(String evidence, Label title, BigDecimal p, int records) {}

    /**
     * @param score of a vehicle or driver how likely it is that there is something to it; of an institution how many of its
     *     vehicles are to be expected to have something to it
     * @param vehicles how many an institution holds
     */
    record Item(
            String kind,
            UUID id,
            String title,
            Institution institution,
            BigDecimal score,
            int records,
            int vehicles,
            List<OfModel> byModel,
            List<OfEvidence> byEvidence) {}

    /** @param asOf day as of which was scored; null before the first time */
    record Ranking(
            @Nullable LocalDate asOf,
            @Nullable OffsetDateTime finishedAt,
            @Nullable Integer ms,
            List<Item> items,
            long total) {}

    record Finding(UUID id, String number, Label rule) {}

    record Vehicle(UUID id, String title) {}

    /**
     * @param record what it is a sign in
     * @param counts whether it is the strongest of its record; others say nothing more
     * @param innocent what would show that there is nothing to it
     */
    record Contribution(
            String model,
            Label signal,
            Label evidence,
            Vehicle vehicle,
            String record,
            LocalDate seenOn,
            BigDecimal weight,
            boolean counts,
            @Nullable Finding finding,
            @Nullable Label told,
            Label innocent) {}

    record Signal(
            String code,
            Label title,
            Label evidence,
            @Nullable String rule,
            @Nullable BigDecimal weight,
            Label innocent) {}

    record Model(String id, Label title, Label tells, List<Signal> signals, String sql) {}
}
