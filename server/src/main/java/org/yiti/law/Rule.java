package org.yiti.law;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yiti.kernel.Label;

/** One folder of {@code rules/}: what the law wants, the question that finds who does not, and what to tell them. */
public record Rule(String id, Heading heading, Grounds grounds, Question question, Telling telling) {

    /** The module whose objects it judges: the first part of its id. */
    public String module() {
        return id.substring(0, id.indexOf('.'));
    }

    /**
     * @param code number in the catalogue of rules, such as OF-01
     * @param subject kind of object a finding is about
     * @param unit of actual value, limit and excess
     */
    public record Heading(
            String code,
            Label title,
            Severity severity,
            Confidence confidence,
            String subject,
            @Nullable String unit) {}

    /**
     * @param parameters ids of the numbers it uses
     * @param watches ledgers whose change may change the verdict
     * @param across whether what one institution enters may change the verdict on another
     * @param unchecked what of the clause it does not check
     */
    public record Grounds(
            List<Basis> basis,
            List<String> parameters,
            List<String> watches,
            boolean across,
            @Nullable Label unchecked) {}

    /** @param text what the clause demands, in our words */
    public record Basis(String source, @Nullable String article, String text, LocalDate from) {}

    /**
     * @param find SQL over facts; {@code :as_of} is its only placeholder
     * @param unjudged SQL that counts what cannot be judged for want of data, by institution and reason; where it names a
     *     subject, that one cannot be judged at all, and what was found of it stays
     * @param running columns that change by the mere passing of time
     * @param hash of all that decides what is found
     */
    public record Question(
            String find,
            @Nullable String unjudged,
            List<EvidenceColumn> evidence,
            Set<String> running,
            String cases,
            String hash) {}

    /**
     * @param codes name of the code table its values are words of
     * @param guard what its values tell: {@code person} who somebody is, {@code track} where somebody was; null for neither
     */
    public record EvidenceColumn(
            String name,
            Label label,
            @Nullable String unit,
            @Nullable String codes,
            @Nullable String guard) {}

    /** Sentences with columns of the question in braces. */
    public record Telling(Label explain, Label remedy, int dueDays) {}
}
