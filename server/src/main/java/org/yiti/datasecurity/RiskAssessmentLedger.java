package org.yiti.datasecurity;

import static org.yiti.kernel.ledger.Column.date;
import static org.yiti.kernel.ledger.Column.integer;
import static org.yiti.kernel.ledger.Column.text;
import static org.yiti.kernel.ledger.Grade.L2;

import org.yiti.kernel.ledger.Check;
import org.yiti.kernel.ledger.InstitutionColumns;
import org.yiti.kernel.ledger.Ledger;

/** What a year of important data was assessed to risk, and whom that was reported to. */
final class RiskAssessmentLedger {

    private RiskAssessmentLedger() {}

    static Ledger riskAssessments() {
        return Ledger.of(
                        "datasecurity.risk_assessment",
                        "risk-assessments",
                        "重要数据风险评估",
                        "Risk assessments of important data")
                .ofInstitution()
                .records("risk-assessment", "institutionName", "year")
                .columns(
                        InstitutionColumns.code(),
                        InstitutionColumns.name(),
                        integer("year", "评估年度", "Year", L2)
                                .needed()
                                .within(2_021, 2_100)
                                .sorted(),
                        date("assessedOn", "评估日期", "Assessed", L2).needed(),
                        date("reportedOn", "报送日期", "Reported", L2),
                        text("reportedTo", "报送部门", "Reported to", L2).upTo(120).tucked(),
                        text("reportNo", "报告编号", "Report no.", L2).upTo(80).tucked())
                .keyedBy("institutionCode", "year")
                .checks(Check.order("assessedOn", "reportedOn"));
    }
}
