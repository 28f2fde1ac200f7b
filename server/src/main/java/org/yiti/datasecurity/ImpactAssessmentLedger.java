package org.yiti.datasecurity;

import static org.yiti.kernel.ledger.Column.date;
import static org.yiti.kernel.ledger.Column.text;
import static org.yiti.kernel.ledger.Column.via;
import static org.yiti.kernel.ledger.Grade.L2;

import org.yiti.kernel.ledger.Check;
import org.yiti.kernel.ledger.Ledger;

/** What was thought of beforehand, and how long the report is kept. */
final class ImpactAssessmentLedger {

    private ImpactAssessmentLedger() {}

    static Ledger impactAssessments() {
        return Ledger.of("datasecurity.impact_assessment", "impact-assessments", "个人信息保护影响评估", "Impact assessments")
                .ofInstitutionOf("activity")
                .records("impact-assessment", "activityName", "assessedOn")
                .columns(
                        via("activity", "activityNo", "activityNo", "活动编号", "Activity no.")
                                .needed(),
                        via("activity", "name", "activityName", "活动名称", "Activity"),
                        via("activity", "institutionName", "institutionName", "单位名称", "Institution"),
                        date("assessedOn", "评估日期", "Assessed", L2).needed().sorted(),
                        text("reportNo", "报告编号", "Report no.", L2).upTo(80),
                        text("conclusion", "评估结论", "Conclusion", L2).upTo(500).tucked(),
                        date("keptUntil", "报告保存至", "Report kept until", L2))
                .keyedBy("activityNo", "assessedOn")
                .refers("activity", "datasecurity.processing_activity", true, "activityNo")
                .checks(Check.order("assessedOn", "keptUntil"));
    }
}
