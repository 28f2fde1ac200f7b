package org.yiti.law;

import java.util.List;
import org.yiti.kernel.Label;

/**
 * One entry of the metric dictionary, a folder of {@code rules/metrics/}: what a figure means, said once for whoever
 * shows it.
 *
 * @param dimension of the risk profile it belongs to, a code of {@code risk-dimension}
 * @param subject kind of object it is of
 * @param formula in words
 * @param figure SQL over facts: subject_id, institution_id, title, top, bottom, value, like
 * @param risky whether more of it is worse
 * @param like code tables that word the parts of the column {@code like}, in their order
 */
public record Metric(
        String id,
        Label title,
        String dimension,
        String subject,
        Label unit,
        Label formula,
        String source,
        boolean risky,
        List<String> like,
        String figure,
        String cases) {}
