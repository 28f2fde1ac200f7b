package org.yiti.supervision.figures;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yiti.kernel.Label;

/** Figures as the console shows them. */
final class FigureView {

    private FigureView() {}

    record Dimension(String code, Label title) {}

    /** @param sql how it is worked out, over facts */
    record Definition(
            String id,
            Label title,
            Dimension dimension,
            String subject,
            Label unit,
            Label formula,
            String source,
            boolean risky,
            String sql) {}

    /** @param asOf day as of which figures were made last; null before the first time */
    record Dictionary(
            @Nullable LocalDate asOf,
            @Nullable OffsetDateTime finishedAt,
            @Nullable Integer ms,
            List<Definition> metrics) {}

    record Institution(UUID id, String name) {}

    /**
     * @param standing share of its like with less, 0 to 100; null where they are too few
     * @param z modified z-score; null where they are too few, or mostly the same
     */
    record Figure(
            UUID id,
            String title,
            Institution institution,
            @Nullable BigDecimal top,
            @Nullable BigDecimal bottom,
            BigDecimal value,
            @Nullable BigDecimal standing,
            @Nullable BigDecimal z) {}

    /** The spread of all that are alike, wherever; null throughout where they are fewer than five. */
    record Spread(
            @Nullable BigDecimal p05,
            @Nullable BigDecimal q1,
            @Nullable BigDecimal median,
            @Nullable BigDecimal q3,
            @Nullable BigDecimal p95,
            @Nullable BigDecimal mad) {}

    /** @param figures those of one's own part of the tree */
    record Peers(List<Label> like, int n, Spread spread, List<Figure> figures) {}

    record Comparison(Definition metric, List<Peers> groups) {}

    record Score(Dimension dimension, BigDecimal score, int figures) {}

    /** @param all mean of the dimensions */
    record Ranked(Institution institution, @Nullable String division, BigDecimal all, List<Score> dimensions) {}

    record Contest(
            UUID id,
            String metric,
            BigDecimal value,
            String reason,
            String by,
            OffsetDateTime at,
            @Nullable Boolean upheld,
            @Nullable String answer,
            @Nullable String answeredBy,
            @Nullable OffsetDateTime answeredAt) {}

    record Standing(
            Definition metric,
            List<Label> like,
            int n,
            Spread spread,
            Figure figure,
            @Nullable Contest contest) {}

    /** @param mayContest may say that a figure is wrong
     * @param mayAnswer may answer what others said */
    record Profile(Ranked risk, List<Standing> figures, boolean mayContest, boolean mayAnswer) {}
}
