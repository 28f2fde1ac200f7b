package org.yiti.law;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Numbers of the law as somebody proposes them, for one transaction and nobody else. */
public interface Hypothesis {

    /**
     * The number that keeps a region from what it proposes.
     *
     * @param place whose it is; null for the country's
     */
    record Binding(
            BigDecimal value,
            @Nullable String place,
            String source,
            @Nullable String article) {}

    /** What is proposed and known: a parameter that holds numbers, dimensions that it has. */
    boolean fits(Proposal proposal);

    /** What binds a region that proposes something looser: it may only tighten. Empty where nothing does. */
    Optional<Binding> looserThan(Proposal proposal, LocalDate day);

    /**
     * Statements for the owner of the database, to be run in the transaction that asks: relations before those of {@code
     * facts}, in which what is proposed holds on every day.
     */
    List<String> relations(List<Proposal> proposals);
}
