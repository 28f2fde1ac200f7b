package org.yiti.reception;

import static org.yiti.kernel.ledger.Column.code;
import static org.yiti.kernel.ledger.Column.date;
import static org.yiti.kernel.ledger.Column.decimal;
import static org.yiti.kernel.ledger.Column.integer;
import static org.yiti.kernel.ledger.Column.text;
import static org.yiti.kernel.ledger.Column.via;
import static org.yiti.kernel.ledger.Column.yesNo;
import static org.yiti.kernel.ledger.Grade.L2;

import org.yiti.kernel.ledger.Check;
import org.yiti.kernel.ledger.InstitutionColumns;
import org.yiti.kernel.ledger.Ledger;

/** A meeting that was held: who came, for how long, where, at what cost. */
final class MeetingLedger {

    private MeetingLedger() {}

    static Ledger meetings() {
        return Ledger.of("reception.meeting", "meetings", "会议", "Meetings")
                .ofInstitution()
                .objects("meeting", "name")
                .searchedBy("meetingNo", "name")
                .columns(
                        text("meetingNo", "会议编号", "Meeting no.", L2).needed().upTo(60),
                        InstitutionColumns.code(),
                        InstitutionColumns.name(),
                        via("plan", "planNo", "planNo", "年度计划编号", "Plan no.").tucked(),
                        text("name", "会议名称", "Name", L2).needed(),
                        code("grade", "meeting-class", "会议类别", "Class", L2).needed(),
                        code("form", "meeting-form", "召开方式", "Form", L2),
                        yesNo("briefing", "传达、布置类", "Briefing", L2).tucked(),
                        date("startsOn", "开始日期", "From", L2).needed().sorted(),
                        date("endsOn", "结束日期", "Until", L2).needed(),
                        integer("delegates", "参会人数", "Delegates", L2)
                                .needed()
                                .within(1, 100_000)
                                .alias("人数", "会议人数"),
                        integer("staff", "工作人员数", "Staff", L2)
                                .within(0, 10_000)
                                .tucked()
                                .alias("工作人员"),
                        integer("outsiders", "外地代表人数", "From elsewhere", L2)
                                .within(0, 100_000)
                                .tucked(),
                        text("venue", "会议地点", "Venue", L2).upTo(120).tucked(),
                        code("venueKind", "meeting-venue", "场所类别", "Kind of venue", L2),
                        integer("stars", "饭店星级", "Stars", L2).within(0, 5).tucked(),
                        integer("lodgers", "住宿人数", "Lodged", L2)
                                .within(0, 100_000)
                                .tucked(),
                        decimal("cost", "会议费", "Cost", "元", 2, L2).needed().within(0, 1_000_000_000),
                        decimal("banquetCost", "宴请费用", "Banquets", "元", 2, L2)
                                .within(0, 1_000_000_000)
                                .tucked(),
                        decimal("giftCost", "纪念品费用", "Gifts", "元", 2, L2)
                                .within(0, 1_000_000_000)
                                .tucked(),
                        decimal("tourCost", "参观旅游费用", "Tours", "元", 2, L2)
                                .within(0, 1_000_000_000)
                                .tucked(),
                        text("extraApprovalNo", "计划外批准文号", "Approval outside the plan", L2)
                                .upTo(80)
                                .tucked(),
                        yesNo("approval", "附审批文件", "Approval attached", L2)
                                .tucked()
                                .alias("审批文件"),
                        yesNo("notice", "附会议通知", "Notice attached", L2).tucked().alias("会议通知"),
                        yesNo("signIn", "附签到表", "Sign-in sheet attached", L2)
                                .tucked()
                                .alias("签到表"),
                        yesNo("bill", "附费用原始明细单据", "Itemised bill attached", L2).tucked(),
                        date("settledOn", "报销日期", "Settled", L2).tucked())
                .keyedBy("meetingNo")
                .refers("plan", "reception.meeting_plan", false, "planNo")
                .checks(Check.order("startsOn", "endsOn"));
    }
}
