package org.yiti.law.book;

import java.util.ArrayList;
import java.util.LinkedHashMap;
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
                        rule, c.name().en(), c.as_of(), merged(file.background(), c.given()), c.finds(), c.unjudged()))
                .toList();
    }

    private static Map<String, List<Map<String, Object>>> merged(
            Map<String, List<Map<String, Object>>> background, Map<String, List<Map<String, Object>>> given) {
        var merged = new LinkedHashMap<String, List<Map<String, Object>>>();
        if (background != null) {
            background.forEach((table, rows) -> merged.put(table, new ArrayList<>(rows)));
        }
        if (given != null) {
            given.forEach((table, rows) ->
                    rows.forEach(row -> add(merged.computeIfAbsent(table, t -> new ArrayList<>()), row)));
        }
        return merged;
    }

    /** A row with the id (or, where there is none, the key) of one that is there changes it. */
    private static void add(List<Map<String, Object>> rows, Map<String, Object> row) {
        for (int i = 0; i < rows.size(); i++) {
            if (isSame(rows.get(i), row, "id") || isSame(rows.get(i), row, "key")) {
                var changed = new LinkedHashMap<>(rows.get(i));
                changed.putAll(row);
                rows.set(i, changed);
                return;
            }
        }
        rows.add(row);
    }

    private static boolean isSame(Map<String, Object> a, Map<String, Object> b, String field) {
        return a.get(field) != null && a.get(field).equals(b.get(field));
    }
}
