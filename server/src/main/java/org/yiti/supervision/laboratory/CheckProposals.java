package org.yiti.supervision.laboratory;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yiti.kernel.Refused;
import org.yiti.law.Hypothesis;
import org.yiti.law.Proposal;
import org.yiti.supervision.SupervisionRefusal;

/** Refuses numbers that a rule does not use, and those a region may not set, with what binds it. */
@Component
class CheckProposals {

    private static final int MOST_DIGITS = 20;

    private final Hypothesis hypothesis;
    private final JdbcClient jdbc;
    private final Trials trials;

    CheckProposals(Hypothesis hypothesis, JdbcClient jdbc, Trials trials) {
        this.hypothesis = hypothesis;
        this.jdbc = jdbc;
        this.trials = trials;
    }

    void check(String rule, List<Proposal> proposals) {
        if (proposals.isEmpty()) {
            return;
        }
        var used = Arrays.asList(jdbc.sql("select parameters from supervision.rule where id = :rule")
                .param("rule", rule)
                .query((row, n) -> (String[]) row.getArray(1).getArray())
                .single());
        proposals.forEach(proposal -> {
            if (!isNumber(proposal) || !used.contains(proposal.parameter()) || !hypothesis.fits(proposal)) {
                throw new Refused(
                        SupervisionRefusal.PROPOSAL_UNFIT, Map.of("parameter", String.valueOf(proposal.parameter())));
            }
            hypothesis.looserThan(proposal, trials.today()).ifPresent(binding -> {
                throw looser(proposal, binding);
            });
        });
    }

    /** One that a person would write. */
    private static boolean isNumber(Proposal proposal) {
        var value = (@Nullable BigDecimal) proposal.value();
        return value != null && value.precision() <= MOST_DIGITS && Math.abs(value.scale()) <= MOST_DIGITS;
    }

    private static Refused looser(Proposal proposal, Hypothesis.Binding binding) {
        var facts = new HashMap<String, Object>();
        facts.put("parameter", proposal.parameter());
        facts.put("proposed", proposal.value().stripTrailingZeros().toPlainString());
        facts.put("value", binding.value().stripTrailingZeros().toPlainString());
        facts.put("place", binding.place() == null ? "全国" : binding.place());
        facts.put(
                "clause",
                Stream.of(binding.source(), binding.article())
                        .filter(part -> part != null && !part.isBlank())
                        .collect(Collectors.joining(" ")));
        return new Refused(SupervisionRefusal.LOOSER_THAN_ABOVE, facts);
    }
}
