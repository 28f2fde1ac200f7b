package org.yiti.law.book;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.yiti.law.Metric;

class MetricCasesTest {

    private static final List<Metric> METRICS = LawFolder.onClassPath().metrics();
    private static final List<RuleCase> CASES = METRICS.stream()
            .flatMap(metric ->
                    RuleCase.of(ModelCasesTest.asRule(metric.id(), metric.title(), metric.figure(), metric.cases()))
                            .stream())
            .toList();
    private static final CaseRunner RUNNER = new CaseRunner(CASES);

    @TestFactory
    Stream<DynamicNode> everyFigureIsWhatItsCasesSay() {
        return CASES.stream()
                .map(c -> dynamicTest(c.rule().id() + ": " + c.name(), () -> {
                    var made = RUNNER.find(c, c.asOf(), statement -> {});
                    assertThat(made).hasSameSizeAs(c.finds());
                    assertThat(c.finds())
                            .allSatisfy(wanted -> assertThat(made).anyMatch(one -> ModelCasesTest.fits(wanted, one)));
                }));
    }

    /** Otherwise units would be ranked by what nobody is told. */
    @Test
    void everyDimensionOfRiskHasAFigure() {
        assertThat(METRICS.stream().filter(Metric::risky).map(Metric::dimension))
                .contains("PREMISES", "FLEET", "ENERGY", "CONDUCT", "MENDING", "DATA");
    }
}
