package org.yiti.law.book;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;
import org.yiti.kernel.code.CodeTables;
import org.yiti.law.Explanation;
import org.yiti.law.Rule;

/** What people are told: every finding of every case, in both languages. */
class SentencesTest {

    private static final List<Rule> RULES = LawFolder.onClassPath().rules();
    private static final JudgedCases CASES = new JudgedCases(RULES);

    @TestFactory
    Stream<DynamicNode> sentencesAreWholeAndWithoutCodes() {
        return perFinding((rule, found) -> {
            for (var language : List.of(Locale.CHINA, Locale.ENGLISH)) {
                var sentence = sentence(rule, found, language);
                assertThat(sentence)
                        .doesNotContain("—")
                        .doesNotContain("{")
                        .doesNotContainPattern("[A-Z]{2,}_[A-Z]{2,}")
                        .doesNotContainPattern("\\d\\.\\d{5,}");
            }
        });
    }

    /** A breach by a hair is a breach: it must not read as none. */
    @TestFactory
    Stream<DynamicNode> whatIsAboveIsShownAbove() {
        return perFinding((rule, found) -> {
            var excess = found.get("excess");
            if (excess == null || found.get("actual") == null || found.get("limit") == null) {
                return;
            }
            var actual = Double.parseDouble(found.get("actual").toString());
            var limit = Double.parseDouble(found.get("limit").toString());
            assertThat(Math.abs(actual - limit))
                    .as("actual, limit and excess agree in " + found)
                    .isCloseTo(Math.abs(Double.parseDouble(excess.toString())), offset(1e-9));
        });
    }

    @TestFactory
    Stream<DynamicNode> wordsOfSentencesAndEvidenceStandInTheirCodeTables() {
        return perFinding((rule, found) -> {
            @SuppressWarnings("unchecked")
            var evidence = (List<Map<String, Object>>) found.get("evidence");
            rule.question().evidence().stream().filter(c -> c.codes() != null).forEach(column -> {
                var table = CodeTables.get(column.codes());
                evidence.stream()
                        .map(row -> row.get(column.name()))
                        .filter(code -> code != null)
                        .forEach(code -> assertThat(table.find(code.toString()))
                                .as(column.codes() + " " + code)
                                .isPresent());
            });
        });
    }

    private interface Look {
        void at(Rule rule, Map<String, Object> found);
    }

    private static Stream<DynamicNode> perFinding(Look look) {
        return RULES.stream()
                .map(rule -> dynamicContainer(
                        rule.id(),
                        CASES.of(rule).stream()
                                .filter(c -> !c.found().isEmpty())
                                .map(c -> dynamicTest(
                                        c.name(), () -> c.found().forEach(found -> look.at(rule, found))))));
    }

    static String sentence(Rule rule, Map<String, Object> found, Locale language) {
        return Explanation.sentence(
                rule.telling().explain().in(language),
                name -> found.get(name) == null ? null : found.get(name).toString(),
                (table, code) -> CodeTables.get(table)
                        .find(code)
                        .map(c -> c.label().in(language))
                        .orElse(code));
    }
}
