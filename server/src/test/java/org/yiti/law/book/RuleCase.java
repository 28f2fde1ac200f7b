package org.yiti.law.book;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yiti.kernel.Label;
import org.yiti.law.Rule;
import tools.jackson.core.type.TypeReference;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** An example of {@code cases.yml}, the background of its file merged in: what is given, on which day, and what is found; where it says so, also what cannot be judged. */
record RuleCase(
        Rule rule,
        String name,
        String asOf,
        Map<String, List<Map<String, Object>>> given,
        List<Map<String, Object>> finds,
        @Nullable List<Map<String, Object>> unjudged) {

    private static final YAMLMapper YAML = new YAMLMapper();

    private record CasesFile(Map<String, List<Map<String, Object>>> background, List<Case> cases) {}

    private record Case(
            Label name,
            String as_of,
            Map<String, List<Map<String, Object>>> given,
            List<Map<String, Object>> finds,
            @Nullable List<Map<String, Object>> unjudged) {}

    static List<RuleCase> of(Rule rule) {
        var file = YAML.readValue(rule.question().cases(), new TypeReference<CasesFile>() {});
        return file.cases().stream()
                .map(c -> new RuleCase(
                        rule,
                        c.name().en(),
                        c.as_of(),
                        GivenCase.merged(file.background(), c.given()),
                        c.finds(),
                        c.unjudged()))
                .toList();
    }
}
