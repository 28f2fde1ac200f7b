package org.yiti.law;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yiti.kernel.Label;

/** Where the files of a rule are read and its cases run before anybody is judged by it. */
public interface RuleBench {

    /** @param line from 1; null where it is about the whole file */
    record Complaint(String file, @Nullable Integer line, String message) {}

    /** @param rule null where there are complaints */
    record Reading(@Nullable Rule rule, List<Complaint> complaints) {}

    /**
     * @param passed whether it found what the case says and nothing else
     * @param found what it found where it did not pass
     */
    record CaseOutcome(
            Label name,
            boolean passed,
            List<Map<String, Object>> found,
            @Nullable Complaint complaint) {}

    Reading read(RuleFiles files);

    /** Each case over temporary tables that lie before the facts, as role rule_reader; the country's numbers hold in them. */
    List<CaseOutcome> cases(Rule rule);

    /** Facts that a rule may ask, with their columns; those of the parameters as well. */
    Map<String, List<String>> facts();
}
