package org.yiti.law.book;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.yiti.kernel.Label;
import org.yiti.law.Confidence;
import org.yiti.law.Rule;
import org.yiti.law.Severity;
import org.yiti.law.SuspicionModel;

class ModelCasesTest {

    private static final List<SuspicionModel> MODELS = LawFolder.onClassPath().models();
    private static final List<RuleCase> CASES = MODELS.stream()
            .flatMap(model -> RuleCase.of(asRule(model)).stream())
            .toList();
    private static final CaseRunner RUNNER = new CaseRunner(CASES);

    @TestFactory
    Stream<DynamicNode> everyCaseSeesTheSignsItNames() {
        return CASES.stream()
                .map(c -> dynamicTest(c.rule().id() + ": " + c.name(), () -> {
                    var seen = RUNNER.find(c, c.asOf(), statement -> {});
                    assertThat(seen).hasSameSizeAs(c.finds());
                    assertThat(c.finds()).allSatisfy(wanted -> assertThat(seen).anyMatch(one -> fits(wanted, one)));
                }));
    }

    /** A number that may be doubled and halved without any case noticing is not tested. */
    @Test
    void casesNoticeWhenABoundIsAnother() throws SQLException {
        for (var model : MODELS) {
            for (var signal : model.signals()) {
                if (signal.rule() == null) {
                    for (var factor : List.of("0.4", "1.6")) {
                        assertThat(notices(model, signal.code(), factor))
                                .as("%s × %s", signal.code(), factor)
                                .isTrue();
                    }
                }
            }
        }
    }

    private static boolean notices(SuspicionModel model, String signal, String factor) throws SQLException {
        for (var example : CASES) {
            if (example.rule().id().equals(model.id())
                    && RUNNER.find(
                                            example,
                                            example.asOf(),
                                            statement -> statement.execute(
                                                    "update pg_temp.suspicion_bound set value = value * " + factor
                                                            + " where signal = '" + signal + "'"))
                                    .size()
                            != example.finds().size()) {
                return true;
            }
        }
        return false;
    }

    static boolean fits(Map<String, Object> wanted, Map<String, Object> seen) {
        return wanted.entrySet().stream()
                .allMatch(one -> one.getKey().equals("subject")
                        ? CaseRunner.id(one.getValue().toString()).equals(seen.get("subject_id"))
                        : isSame(one.getValue(), seen.get(one.getKey())));
    }

    private static boolean isSame(Object wanted, @Nullable Object seen) {
        return wanted instanceof Number && seen instanceof Number
                ? new BigDecimal(wanted.toString()).compareTo(new BigDecimal(seen.toString())) == 0
                : String.valueOf(wanted).equals(String.valueOf(seen));
    }

    private static Rule asRule(SuspicionModel model) {
        return asRule(model.id(), model.title(), model.find(), model.cases());
    }

    /** A question with its cases, whatever it is asked for. */
    static Rule asRule(String id, Label title, String question, String cases) {
        return new Rule(
                id,
                new Rule.Heading("VD-00", title, Severity.SUSPICION, Confidence.LOCAL, "vehicle", null),
                new Rule.Grounds(List.of(), List.of(), List.of(), false, null),
                new Rule.Question(question, null, List.of(), Set.of(), cases, ""),
                new Rule.Telling(title, title, 0));
    }
}
