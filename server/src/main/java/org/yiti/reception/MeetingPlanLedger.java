package org.yiti.reception;

import static org.yiti.kernel.ledger.Column.code;
import static org.yiti.kernel.ledger.Column.date;
import static org.yiti.kernel.ledger.Column.decimal;
import static org.yiti.kernel.ledger.Column.integer;
import static org.yiti.kernel.ledger.Column.text;
import static org.yiti.kernel.ledger.Column.yesNo;
import static org.yiti.kernel.ledger.Grade.L2;

import org.yiti.kernel.ledger.InstitutionColumns;
import org.yiti.kernel.ledger.Ledger;
import org.yiti.law.Gate;

/** Which meetings a year may have. */
final class MeetingPlanLedger {

    private MeetingPlanLedger() {}

    static Ledger meetingPlans() {
        return Ledger.of("reception.meeting_plan", "meeting-plans", "年度会议计划", "Yearly meeting plans")
                .ofInstitution()
                .records("meeting-plan", "name")
                .columns(
                        text("planNo", "计划编号", "Plan no.", L2).needed().upTo(60),
                        InstitutionColumns.code(),
                        InstitutionColumns.name(),
                        integer("year", "年度", "Year", L2)
                                .needed()
                                .within(1_990, 2_100)
                                .sorted(),
                        text("name", "会议名称", "Name", L2).needed(),
                        code("grade", "meeting-class", "会议类别", "Class", L2).needed(),
                        text("reason", "召开理由", "Reason", L2).upTo(400).tucked(),
                        yesNo("briefing", "传达、布置类", "Briefing", L2).tucked(),
                        integer("days", "会期", "Days", L2).within(1, 60).tucked(),
                        integer("delegates", "代表人数", "Delegates", L2)
                                .within(1, 100_000)
                                .tucked(),
                        integer("staff", "工作人员数", "Staff", L2).within(0, 10_000).tucked(),
                        decimal("budget", "经费", "Budget", "元", 2, L2).within(0, 1_000_000_000),
                        text("source", "列支渠道", "Charged to", L2).upTo(120).tucked(),
                        date("approvedOn", "审批日期", "Approved", L2),
                        text("approvalNo", "审批文号", "Approval no.", L2).upTo(80).tucked())
                .keyedBy("planNo")
                .checks(Gate.most(
                        "days",
                        "meeting-days",
                        "make_date(w.year, 1, 1)",
                        "trim(w.approval_no) <> '' or exists (select from facts.institution i where i.id = w.institution_id"
                                + " and i.kind in ('STATE_ENTERPRISE', 'ASSOCIATION'))",
                        "case when w.briefing then 'BRIEFING' else w.grade end"));
    }
}
