package org.yiti.supervision.findings;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yiti.identity.Scope;
import org.yiti.kernel.ledger.Category;
import org.yiti.kernel.ledger.Column;
import org.yiti.kernel.ledger.Grade;
import org.yiti.kernel.ledger.Grading;
import org.yiti.kernel.ledger.Ledger;
import org.yiti.kernel.ledger.Ledgers;
import org.yiti.kernel.ledger.Mask;
import org.yiti.safeguard.Eyes;
import org.yiti.safeguard.Masking;
import org.yiti.safeguard.Sight;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What of a finding's title, facts and evidence whoever asks may see: rules say which of their columns tell of people. */
@Component
class FindingEyes {

    private static final Map<String, Grading> GUARDS = Map.of(
            "person", new Grading(Grade.L3, Category.PERSONAL, Mask.NAME),
            "track", new Grading(Grade.L3, Category.TRACK, Mask.ALL));

    private record Guarded(String name, @Nullable String guard) {}

    private final Ledgers ledgers;
    private final Masking masking;
    private final JsonMapper json;
    private final Scope scope;

    FindingEyes(Ledgers ledgers, Masking masking, JsonMapper json, Scope scope) {
        this.ledgers = ledgers;
        this.masking = masking;
        this.json = json;
        this.scope = scope;
    }

    Sight own() {
        return masking.sight();
    }

    String title(Eyes eyes, String kind, String title) {
        return ledgers.findByKind(kind)
                .flatMap(ledger -> caption(ledger).stream()
                        .filter(column -> column.grading().guarded())
                        .findFirst())
                .map(column -> String.valueOf(eyes.seen(column, title)))
                .orElse(title);
    }

    /** Kinds of things whose titles are masked somewhere at least. */
    List<String> hiddenSubjects() {
        var eyes = masking.sight().throughout(scope.institutions());
        return ledgers.all().stream()
                .filter(ledger -> caption(ledger).stream().anyMatch(column -> !eyes.see(column)))
                .map(Ledger::objectKind)
                .filter(Objects::nonNull)
                .toList();
    }

    private static List<Column> caption(Ledger ledger) {
        return ledger.caption().stream().map(ledger::column).toList();
    }

    JsonNode facts(Eyes eyes, JsonNode facts, String columns, String kind) {
        if (facts instanceof ObjectNode object) {
            hidden(eyes, columns).forEach((name, grading) -> {
                if (object.hasNonNull(name)) {
                    object.put(name, text(grading, object.get(name).asString()));
                }
            });
            if (object.hasNonNull("title")) {
                object.put("title", title(eyes, kind, object.get("title").asString()));
            }
        }
        return facts;
    }

    void mask(Eyes eyes, List<Map<String, @Nullable Object>> rows, String columns) {
        hidden(eyes, columns)
                .forEach((name, grading) ->
                        rows.forEach(row -> row.computeIfPresent(name, (n, value) -> text(grading, value.toString()))));
    }

    /** However deep: what the facts were before a step, and after it. */
    void maskWithin(Eyes eyes, Map<String, Object> details, String columns) {
        var hidden = hidden(eyes, columns);
        if (!hidden.isEmpty()) {
            details.replaceAll((name, value) -> masked(hidden, name, value));
        }
    }

    private static Object masked(Map<String, Grading> hidden, Object name, Object value) {
        if (value instanceof Map<?, ?> map) {
            var copy = new LinkedHashMap<Object, @Nullable Object>();
            map.forEach((key, inner) -> copy.put(key, inner == null ? null : masked(hidden, key, inner)));
            return copy;
        }
        if (value instanceof List<?> list) {
            return list.stream().map(inner -> masked(hidden, name, inner)).toList();
        }
        var grading = hidden.get(String.valueOf(name));
        return grading == null ? value : text(grading, value.toString());
    }

    private static String text(Grading grading, String value) {
        return Objects.requireNonNull(grading.mask()).of(value).text();
    }

    private Map<String, Grading> hidden(Eyes eyes, String columns) {
        var hidden = new HashMap<String, Grading>();
        if (GUARDS.values().stream().allMatch(eyes::see)) {
            return hidden;
        }
        List<Guarded> declared = json.readerFor(new TypeReference<List<Guarded>>() {})
                .without(tools.jackson.databind.DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .readValue(columns);
        for (var column : declared) {
            var grading = column.guard() == null ? null : GUARDS.get(column.guard());
            if (grading != null && !eyes.see(grading)) {
                hidden.put(column.name(), grading);
            }
        }
        return hidden;
    }
}
