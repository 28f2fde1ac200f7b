package org.yiti.supervision.board;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yiti.kernel.Label;
import org.yiti.supervision.figures.FiguresNow;

/**
 * The board as the console shows it.
 *
 * @param unit whose it is; null for all that whoever looks may see
 * @param units the worst first
 * @param rules the worst first
 * @param late who has most that is late first
 * @param better where most was settled of late first
 * @param span the days {@code better} speaks of
 */
record BoardView(
        LocalDate asOf,
        @Nullable Institution unit,
        List<Figure> figures,
        List<Unit> units,
        List<Rule> rules,
        List<Late> late,
        List<Better> better,
        Span span,
        List<Month> months) {

    record Institution(UUID id, String name) {}

    record Person(String account, String name) {}

    /**
     * @param value what is shown
     * @param of what it is part of; null where it is no part
     * @param before the same of the span before; null where nothing is compared
     */
    record Figure(
            FiguresNow.Words metric,
            BigDecimal value,
            @Nullable BigDecimal of,
            @Nullable BigDecimal before) {}

    /** @param risk overall score of the risk profile, 0 to 100; null where there is none */
    record Unit(
            Institution institution,
            BigDecimal weight,
            BigDecimal open,
            BigDecimal late,
            @Nullable BigDecimal risk) {}

    /** @param units how many have it */
    record Rule(String id, Label title, String severity, BigDecimal weight, long open, long units) {}

    /**
     * @param person in charge; null where nobody is
     * @param workdays that the longest has been late
     */
    record Late(
            Institution institution,
            @Nullable Person person,
            long findings,
            long cases,
            LocalDate since,
            int workdays) {}

    record Better(Institution institution, BigDecimal settled, BigDecimal before) {

        /** How much more than before: what got better is not what always was busy. */
        BigDecimal gained() {
            return settled.subtract(before);
        }
    }

    /** @param before first day of as many days before */
    record Span(LocalDate before, LocalDate from, LocalDate to) {}

    record Month(String month, BigDecimal found, BigDecimal settled) {}
}
