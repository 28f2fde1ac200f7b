package org.yiti.law.book;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;
import org.yiti.kernel.code.CodeTables;
import org.yiti.law.Rule;

class RuleCasesTest {

    private static final Pattern REASON = Pattern.compile("'([A-Z]+(?:_[A-Z]+)+)'");
    private static final Set<String> OBJECTS = Set.of("subject", "institution");
    private static final List<Rule> RULES = LawFolder.onClassPath().rules();
    private static final List<RuleCase> CASES =
            RULES.stream().flatMap(rule -> RuleCase.of(rule).stream()).toList();
    private static final CaseRunner RUNNER = new CaseRunner(CASES);

    @TestFactory
    Stream<DynamicNode> everyCaseFindsWhatItSays() {
        return perRule(rule -> casesOf(rule).map(c -> dynamicTest(c.name(), () -> check(c, run(c)))));
    }

    @TestFactory
    Stream<DynamicNode> whatCannotBeJudgedIsSaidWithItsReason() {
        return perRule(rule -> casesOf(rule)
                .filter(c -> c.unjudged() != null)
                .map(c -> dynamicTest(c.name(), () -> check(c.name(), c.unjudged(), unjudged(c)))));
    }

    @TestFactory
    Stream<DynamicNode> whoIsJudgedAloneIsJudgedAsAmongAll() {
        return perRule(rule -> rule.question().find().contains(":judged(")
                ? casesOf(rule).map(c -> dynamicTest(c.name(), () -> judgedAlone(c)))
                : Stream.of());
    }

    private static void judgedAlone(RuleCase example) throws SQLException {
        var among = byInstitution(run(example));
        for (var institution : among.keySet()) {
            var alone = RUNNER.ask(
                    example,
                    example.asOf(),
                    Set.of(UUID.fromString(institution)),
                    example.rule().question().find(),
                    statement -> {});
            assertThat(byInstitution(alone).get(institution))
                    .containsExactlyInAnyOrderElementsOf(among.get(institution));
        }
    }

    private static Map<String, List<Map<String, Object>>> byInstitution(List<Map<String, Object>> found) {
        return found.stream().collect(Collectors.groupingBy(row -> String.valueOf(row.get("institution_id"))));
    }

    @TestFactory
    Stream<DynamicNode> everyReasonWhyNothingIsJudgedHasACaseAndWords() {
        return RULES.stream()
                .filter(rule -> rule.question().unjudged() != null)
                .map(rule -> dynamicTest(rule.id(), () -> {
                    var reasons = REASON.matcher(rule.question().unjudged())
                            .results()
                            .map(m -> m.group(1))
                            .filter(word ->
                                    CodeTables.get("unjudged-reason").find(word).isPresent())
                            .collect(Collectors.toSet());
                    assertThat(reasons).isNotEmpty();
                    assertThat(casesOf(rule)
                                    .filter(c -> c.unjudged() != null)
                                    .flatMap(c -> c.unjudged().stream())
                                    .map(row -> row.get("reason")))
                            .containsAll(reasons);
                }));
    }

    @TestFactory
    Stream<DynamicNode> everyRuleIsTriedBothWays() {
        return RULES.stream()
                .map(rule -> dynamicTest(rule.id(), () -> {
                    assertThat(casesOf(rule))
                            .as("cases that find")
                            .anyMatch(c -> !c.finds().isEmpty());
                    assertThat(casesOf(rule))
                            .as("cases that find nothing")
                            .anyMatch(c -> c.finds().isEmpty());
                }));
    }

    /** A number that may be doubled and halved without any case noticing is not tested. */
    @TestFactory
    Stream<DynamicNode> casesNoticeWhenAParameterIsAnother() {
        return perRule(rule -> rule.grounds().parameters().stream()
                .filter(p -> RUNNER.columnTypes()
                        .get(p.replace('-', '_'))
                        .get("value")
                        .equals("numeric"))
                .map(parameter -> dynamicTest(parameter, () -> {
                    var relation = parameter.replace('-', '_');
                    for (var factor : List.of("0.4", "1.6")) {
                        var tampering = "update pg_temp." + relation + " set value = value * " + factor;
                        assertThat(casesOf(rule).anyMatch(c -> differs(c, tampering)))
                                .as("a case notices %s × %s", parameter, factor)
                                .isTrue();
                    }
                })));
    }

    /** Otherwise what a person dismissed would come back although nothing happened. */
    @TestFactory
    Stream<DynamicNode> nothingFoundChangesByTheMerePassingOfADay() {
        return perRule(rule -> casesOf(rule)
                .filter(c -> !c.finds().isEmpty())
                .map(c -> dynamicTest(c.name(), () -> {
                    var later =
                            RUNNER.find(c, LocalDate.parse(c.asOf()).plusDays(1).toString(), s -> {});
                    for (var found : run(c)) {
                        later.stream()
                                .filter(l -> l.get("subject_id").equals(found.get("subject_id"))
                                        && String.valueOf(l.get("episode"))
                                                .equals(String.valueOf(found.get("episode"))))
                                .findAny()
                                .ifPresent(l -> assertThat(without(l, rule)).isEqualTo(without(found, rule)));
                    }
                })));
    }

    /** The sentence and the table of evidence can be written from what the question returns. */
    @TestFactory
    Stream<DynamicNode> everythingTheTextSpeaksOfIsReturned() {
        return RULES.stream()
                .map(rule -> dynamicTest(rule.id(), () -> {
                    for (var example :
                            casesOf(rule).filter(c -> !c.finds().isEmpty()).toList()) {
                        for (var found : run(example)) {
                            assertThat(found).containsKeys("subject_id", "institution_id", "title", "evidence");
                            assertThat(found.get("institution_id")).isNotNull();
                            var places = Places.of(rule.telling().explain().zh());
                            assertThat(found.keySet()).containsAll(places);
                            @SuppressWarnings("unchecked")
                            var evidence = (List<Map<String, Object>>) found.get("evidence");
                            assertThat(evidence)
                                    .isNotEmpty()
                                    .allSatisfy(row -> assertThat(rule.question().evidence().stream()
                                                    .map(Rule.EvidenceColumn::name))
                                            .containsAll(row.keySet()));
                        }
                    }
                }));
    }

    private static Stream<DynamicNode> perRule(Function<Rule, Stream<? extends DynamicNode>> tests) {
        return RULES.stream().map(rule -> dynamicContainer(rule.id(), tests.apply(rule)));
    }

    private static Stream<RuleCase> casesOf(Rule rule) {
        return CASES.stream().filter(c -> c.rule().id().equals(rule.id()));
    }

    private static List<Map<String, Object>> run(RuleCase example) throws SQLException {
        return RUNNER.find(example, example.asOf(), statement -> {});
    }

    private static boolean differs(RuleCase example, String tampering) {
        try {
            check(example, RUNNER.find(example, example.asOf(), statement -> statement.execute(tampering)));
            return false;
        } catch (AssertionError e) {
            return true;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<Map<String, Object>> unjudged(RuleCase example) throws SQLException {
        var question = Objects.requireNonNull(example.rule().question().unjudged(), "unjudged.sql");
        return RUNNER.ask(example, example.asOf(), question, statement -> {});
    }

    private static void check(RuleCase example, List<Map<String, Object>> found) {
        check(example.name(), example.finds(), found);
    }

    private static void check(String name, List<Map<String, Object>> wanted, List<Map<String, Object>> found) {
        var left = new ArrayList<>(found);
        for (var expected : wanted) {
            var match = left.stream().filter(f -> matches(expected, f)).findFirst();
            if (match.isEmpty()) {
                fail("%s: expected %s\nfound %s".formatted(name, expected, found));
            }
            left.remove(match.get());
        }
        assertThat(left).as("found beyond what was expected").isEmpty();
    }

    private static boolean matches(Map<String, Object> expected, Map<String, Object> found) {
        return expected.entrySet().stream()
                .allMatch(e -> OBJECTS.contains(e.getKey())
                        ? CaseRunner.id(e.getValue().toString()).equals(found.get(e.getKey() + "_id"))
                        : equal(e.getValue(), found.get(e.getKey())));
    }

    private static boolean equal(Object expected, Object found) {
        if (expected instanceof Number && found instanceof Number) {
            return new BigDecimal(expected.toString()).compareTo(new BigDecimal(found.toString())) == 0;
        }
        return String.valueOf(expected).equals(String.valueOf(found));
    }

    private static Map<String, Object> without(Map<String, Object> found, Rule rule) {
        var rest = new HashMap<>(found);
        rest.keySet().removeAll(rule.question().running());
        // a suspicion that time turns into a violation is to come back
        rest.remove("severity");
        return rest;
    }
}
