package org.yiti.supervision.findings;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
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
import org.yiti.kernel.ledger.Masked;
import org.yiti.safeguard.Eyes;
import org.yiti.safeguard.Masking;
import org.yiti.safeguard.Place;
import org.yiti.safeguard.Sight;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

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

    /** Who looks at one finding. */
    record Looking(
            Eyes eyes,
            UUID finding,
            UUID institution,
            String kind,
            @Nullable UUID subject) {

        static Looking at(Sight sight, FindingView.Item item) {
            return new Looking(
                    sight.at(item.institution().id()),
                    item.id(),
                    item.institution().id(),
                    item.subject().kind(),
                    item.subject().id());
        }

        private Place place(String column) {
            return new Place("supervision.finding", finding, institution, column);
        }

        private @Nullable Object seen(String column, Grading grading, Object value) {
            return eyes.seen(place(column), grading, value);
        }
    }

    String title(Looking looking, String title) {
        return ledgers.findByKind(looking.kind())
                .map(ledger -> String.valueOf(caption(ledger)
                        .filter(column -> column.grading().guarded())
                        .findFirst()
                        .map(column -> looking.eyes()
                                .seen(
                                        Place.of(ledger, looking.subject(), looking.institution(), column),
                                        column.grading(),
                                        title))
                        .orElse(title)))
                .orElse(title);
    }

    /** A title that was looked at is handed out after all. */
    void titled(Looking looking) {
        title(looking, "");
    }

    /** Kinds of things whose titles are masked somewhere at least. */
    List<String> hiddenSubjects() {
        var eyes = masking.sight().throughout(scope.institutions());
        return ledgers.all().stream()
                .filter(ledger -> caption(ledger).anyMatch(column -> !eyes.see(column)))
                .map(Ledger::objectKind)
                .filter(Objects::nonNull)
                .toList();
    }

    private static Stream<Column> caption(Ledger ledger) {
        return ledger.caption().stream().map(ledger::column);
    }

    /** What a sentence about a finding says of its facts, each when it is asked for. */
    UnaryOperator<@Nullable String> facts(Looking looking, JsonNode facts, String columns) {
        var guards = guards(columns);
        return name -> {
            var wanted = String.valueOf(name);
            var fact = facts.path(wanted);
            if (fact.isNull() || fact.isMissingNode()) {
                return null;
            }
            var grading = guards.get(wanted);
            return wanted.equals("title")
                    ? title(looking, fact.asString())
                    : grading == null
                            ? fact.asString()
                            : String.valueOf(looking.seen(wanted, grading, fact.asString()));
        };
    }

    void mask(Looking looking, List<Map<String, @Nullable Object>> rows, String columns) {
        guards(columns)
                .forEach((name, grading) -> rows.forEach(row -> row.computeIfPresent(
                        name, (n, value) -> String.valueOf(looking.seen(name, grading, value.toString())))));
    }

    /** However deep: what the facts were before a step, and after it. */
    void maskWithin(Looking looking, Map<String, Object> details, String columns) {
        var guards = guards(columns);
        if (!guards.isEmpty()) {
            details.replaceAll((name, value) -> masked(looking, guards, name, value));
        }
    }

    private static Object masked(Looking looking, Map<String, Grading> guards, Object name, Object value) {
        if (value instanceof Map<?, ?> map) {
            var copy = new LinkedHashMap<Object, @Nullable Object>();
            map.forEach((key, inner) -> copy.put(key, inner == null ? null : masked(looking, guards, key, inner)));
            return copy;
        }
        if (value instanceof List<?> list) {
            return list.stream()
                    .map(inner -> masked(looking, guards, name, inner))
                    .toList();
        }
        var grading = guards.get(String.valueOf(name));
        var seen = grading == null ? value : looking.seen(String.valueOf(name), grading, value);
        return seen instanceof Masked masked ? masked.text() : Objects.requireNonNull(seen);
    }

    /** What somebody wrote about a finding, and what papers are called, tells of people, and no mask hides it. */
    void told(Looking looking, FindingView.Event event) {
        var paper = event.paper();
        if (event.note() != null) {
            masking.told(looking.place("note"));
        }
        if (paper != null) {
            masking.told(new Place("ledger.paper", paper.id(), looking.institution(), "title"));
        }
    }

    private Map<String, Grading> guards(String columns) {
        var guards = new HashMap<String, Grading>();
        if (!columns.contains("\"guard\"")) {
            return guards;
        }
        List<Guarded> declared = json.readerFor(new TypeReference<List<Guarded>>() {})
                .without(tools.jackson.databind.DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .readValue(columns);
        for (var column : declared) {
            var grading = column.guard() == null ? null : GUARDS.get(column.guard());
            if (grading != null) {
                guards.put(column.name(), grading);
            }
        }
        return guards;
    }
}
