package org.yiti.law.book;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.yiti.law.Rule;

/** The cases of the rules that ship, each with what its rule finds in it and what it cannot judge. */
public final class JudgedCases {

    public record Judged(
            String name, LocalDate asOf, List<Map<String, Object>> found, List<Map<String, Object>> notJudged) {}

    private final List<RuleCase> cases;
    private final CaseRunner runner;

    public JudgedCases(List<Rule> rules) {
        cases = rules.stream().flatMap(rule -> RuleCase.of(rule).stream()).toList();
        runner = new CaseRunner(cases);
    }

    public List<Judged> of(Rule rule) {
        return cases.stream()
                .filter(example -> example.rule().id().equals(rule.id()))
                .map(this::judge)
                .toList();
    }

    private Judged judge(RuleCase example) {
        try {
            var unjudged = example.rule().question().unjudged();
            return new Judged(
                    example.name(),
                    LocalDate.parse(example.asOf()),
                    runner.find(example, example.asOf(), statement -> {}),
                    unjudged == null ? List.of() : runner.ask(example, example.asOf(), unjudged, statement -> {}));
        } catch (SQLException e) {
            throw new IllegalStateException(example.rule().id() + ": " + example.name(), e);
        }
    }
}
