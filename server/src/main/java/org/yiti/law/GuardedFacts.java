package org.yiti.law;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.core.io.ClassPathResource;
import org.yaml.snakeyaml.Yaml;

/**
 * Facts of which a rule of one's own does not see everything. Whoever writes one writes what a finding says as well, and
 * learns how many there are: by such a rule nobody reads a name or a place that no grant lets them see. So those columns
 * are not there for it; PostgreSQL says so, whatever way it is asked.
 */
public final class GuardedFacts {

    /** What the ids of rules of one's own begin with. */
    public static final String OWN = "own.";

    private static final Map<String, List<String>> SEEN = read();

    private GuardedFacts() {}

    private static Map<String, List<String>> read() {
        try (var file = new ClassPathResource("law/guarded-facts.yml").getInputStream()) {
            return new TreeMap<>(new Yaml().<Map<String, List<String>>>load(file));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** By fact, what is seen. */
    public static Map<String, List<String>> seen() {
        return SEEN;
    }

    /**
     * The question as it is asked, line by line where it was.
     *
     * @param schema where the facts are
     */
    public static String asked(String rule, String schema, String question) {
        if (!rule.startsWith(OWN)) {
            return question;
        }
        var words = new HashSet<>(List.of(question.toLowerCase(Locale.ROOT).split("\\W+")));
        var named = SEEN.keySet().stream().filter(words::contains).toList();
        return named.isEmpty()
                ? question
                : named.stream()
                                .map(fact -> "%s as not materialized (select %s from %s.%1$s)"
                                        .formatted(fact, quoted(SEEN.getOrDefault(fact, List.of())), schema))
                                .collect(joining(", ", "with ", " select * from ("))
                        + question + "\n) own";
    }

    private static String quoted(List<String> columns) {
        return columns.stream().map(column -> '"' + column + '"').collect(joining(", "));
    }
}
