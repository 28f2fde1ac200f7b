package org.yiti.demonstration;

import static java.util.stream.Collectors.joining;
import static org.yiti.demonstration.FindingsTest.same;

import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.yiti.demonstration.JudgedWorld.Found;
import org.yiti.law.Rule;

/** What of all that was planted is found, rule by rule, as a page of the documentation. */
record FoundPage(List<Rule> rules, Manifest manifest, List<Found> findings) {

    private record Line(
            String code, String name, long planted, long missed, long found, long extra, long near, long taken) {}

    String text() {
        var lines = rules.stream().map(this::line).toList();
        var planted = lines.stream().mapToLong(Line::planted).sum();
        var missed = lines.stream().mapToLong(Line::missed).sum();
        var found = lines.stream().mapToLong(Line::found).sum();
        var extra = lines.stream().mapToLong(Line::extra).sum();
        return """
                <!-- Written by FindingsTest with YITI_WRITE_DOCS=1. -->
                # What the law finds in the demonstration

                Seed 2026 on 2026-10-31, every rule that ships switched on. A breach of the manifest is found when its rule finds its subject
                in its episode; a finding is right when the manifest tells of it. Near misses are rows on the right side of a limit, close to it.

                | | |
                |---|---|
                | breaches planted | %d |
                | of them found (recall) | %d, **%s** |
                | findings | %d |
                | of them planted (precision) | %d, **%s** |
                | near misses planted, taken for breaches | %d, %d |

                The world is drawn by the people who write the rules: this tells that rules do what their authors mean, not that the law was read rightly.

                | Code | Rule | planted | missed | findings | not planted | near misses | taken for breaches |
                |---|---|---|---|---|---|---|---|
                """.formatted(
                                planted,
                                planted - missed,
                                share(planted - missed, planted),
                                found,
                                found - extra,
                                share(found - extra, found),
                                lines.stream().mapToLong(Line::near).sum(),
                                lines.stream().mapToLong(Line::taken).sum())
                + lines.stream()
                        .map(line -> "| %s | %s | %d | %d | %d | %d | %d | %d |\n"
                                .formatted(
                                        line.code,
                                        line.name,
                                        line.planted,
                                        line.missed,
                                        line.found,
                                        line.extra,
                                        line.near,
                                        line.taken))
                        .collect(joining());
    }

    private static String share(long part, long whole) {
        return String.format(Locale.ROOT, "%.3f", whole == 0 ? 1.0 : (double) part / whole);
    }

    private Line line(Rule rule) {
        var code = rule.heading().code();
        var found = findings.stream().filter(one -> one.rule().equals(code)).toList();
        var planted = manifest.breaches().stream()
                .filter(breach -> breach.rule().equals(code))
                .toList();
        var near = manifest.nearMisses().stream()
                .filter(miss -> miss.rule().equals(code))
                .toList();
        return new Line(
                code,
                rule.heading().title().zh(),
                planted.size(),
                count(planted, breach -> found.stream().noneMatch(one -> same(breach, one))),
                found.size(),
                count(found, one -> planted.stream().noneMatch(breach -> same(breach, one))),
                near.size(),
                count(near, miss -> found.stream().anyMatch(one -> one.subject().equals(miss.subject()))));
    }

    private static <T> long count(List<T> all, Predicate<T> which) {
        return all.stream().filter(which).count();
    }
}
