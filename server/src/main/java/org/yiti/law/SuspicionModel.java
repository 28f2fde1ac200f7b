package org.yiti.law;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yiti.kernel.Label;

/**
 * One folder of {@code rules/models/}: what taken together makes a vehicle worth a look, although nothing of it alone
 * does. It scores; it never judges.
 *
 * @param tells what it looks for, in words
 * @param find SQL over facts for the signals that no rule finds; returns subject_id, institution_id, signal, at, fact,
 *     seen_on, told_zh, told_en
 */
public record SuspicionModel(
        String id, Label title, Label tells, List<String> parameters, List<Signal> signals, String find, String cases) {

    /**
     * @param code in the table {@code suspicion-signal}, by which its weight is found
     * @param evidence in the table {@code evidence-group}: signals of one record are no witnesses for each other
     * @param rule whose findings are this signal; null where the question of the model finds it
     * @param innocent what would show that there is nothing to it
     */
    public record Signal(
            String code, String evidence, @Nullable String rule, Label innocent) {}
}
