package org.yiti.energy;

import static org.yiti.energy.EnergyLedgers.institutionCode;
import static org.yiti.energy.EnergyLedgers.institutionName;
import static org.yiti.energy.EnergyLedgers.year;
import static org.yiti.kernel.ledger.Column.code;
import static org.yiti.kernel.ledger.Column.decimal;
import static org.yiti.kernel.ledger.Column.text;
import static org.yiti.kernel.ledger.Grade.L2;

import org.yiti.kernel.Label;
import org.yiti.kernel.ledger.Check;
import org.yiti.kernel.ledger.Ledger;

/** How much energy an institution may use. */
final class QuotaLedger {

    private QuotaLedger() {}

    static Ledger quotas() {
        return Ledger.of("energy.energy_quota", "energy-quotas", "能耗定额", "Energy quotas")
                .records("energy-quota", "institutionName", "year")
                .ofInstitution()
                .columns(
                        institutionCode(),
                        institutionName(),
                        year(),
                        code("indicator", "quota-indicator", "指标", "Indicator", L2)
                                .needed(),
                        decimal("constraintValue", "约束值", "Constraint", null, 4, L2)
                                .needed()
                                .within(0.0001, 1e9),
                        decimal("benchmarkValue", "基准值", "Benchmark", null, 4, L2)
                                .within(0.0001, 1e9),
                        decimal("guideValue", "引导值", "Guide", null, 4, L2).within(0.0001, 1e9),
                        text("documentNo", "下达文号", "Document no.", L2))
                .keyedBy("institutionCode", "year", "indicator")
                .checks(
                        new Check(
                                "benchmarkValue",
                                true,
                                "w.benchmark_value > w.constraint_value",
                                new Label("基准值高于约束值", "the benchmark is above the constraint")),
                        new Check(
                                "guideValue",
                                true,
                                "w.guide_value > coalesce(w.benchmark_value, w.constraint_value)",
                                new Label("引导值高于基准值或约束值", "the guide is above the benchmark or constraint")));
    }
}
