package org.yiti.law.book;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yiti.kernel.Label;
import org.yiti.law.Rule;
import tools.jackson.core.type.TypeReference;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** A case of {@code cases.yml} with the background of its file merged in: a row with the id, or the key, of one that is there changes it. */
record GivenCase(
        Label name, LocalDate asOf, Map<String, List<Map<String, Object>>> given, List<Map<String, Object>> finds) {

    private static final YAMLMapper YAML = new YAMLMapper();

    private record File(@Nullable Map<String, List<Map<String, Object>>> background, List<One> cases) {}

    private record One(
            Label name,
            LocalDate as_of,
            @Nullable Map<String, List<Map<String, Object>>> given,
            List<Map<String, Object>> finds,
            @Nullable List<Map<String, Object>> unjudged) {}

    static List<GivenCase> of(Rule rule) {
        var file = YAML.readValue(rule.question().cases(), new TypeReference<File>() {});
        return file.cases().stream()
                .map(one -> new GivenCase(one.name(), one.as_of(), merged(file.background(), one.given()), one.finds()))
                .toList();
    }

    Set<String> divisions() {
        return given.getOrDefault("institution", List.of()).stream()
                .map(row -> String.valueOf(row.get("division")))
                .collect(Collectors.toSet());
    }

    static Map<String, List<Map<String, Object>>> merged(
            @Nullable Map<String, List<Map<String, Object>>> background,
            @Nullable Map<String, List<Map<String, Object>>> given) {
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
