package org.yiti.reception;

import static org.yiti.kernel.ledger.Column.code;
import static org.yiti.kernel.ledger.Column.date;
import static org.yiti.kernel.ledger.Column.integer;
import static org.yiti.kernel.ledger.Column.text;
import static org.yiti.kernel.ledger.Grade.L2;

import org.yiti.kernel.ledger.Check;
import org.yiti.kernel.ledger.InstitutionColumns;
import org.yiti.kernel.ledger.Ledger;
import org.yiti.law.Gate;

/** Who was received, by which letter and approval, and whether the list of it was signed. */
final class ReceptionLedger {

    private ReceptionLedger() {}

    static Ledger receptions() {
        return Ledger.of("reception.reception", "receptions", "公务接待", "Official receptions")
                .ofInstitution()
                .objects("reception", "receptionNo")
                .searchedBy("receptionNo", "guestUnit")
                .columns(
                        text("receptionNo", "接待编号", "Reception no.", L2)
                                .needed()
                                .upTo(60)
                                .sorted(),
                        InstitutionColumns.code(),
                        InstitutionColumns.name(),
                        text("guestUnit", "来访单位", "Visiting institution", L2)
                                .needed()
                                .upTo(120)
                                .alias("来宾单位", "派出单位"),
                        text("guestDivision", "来访单位区划代码", "Division of the visitors", L2)
                                .upTo(6)
                                .identifying()
                                .tucked(),
                        text("letterNo", "公函文号", "Letter no.", L2)
                                .upTo(80)
                                .identifying()
                                .alias("公函号", "公函编号"),
                        date("letterOn", "公函日期", "Letter of", L2).tucked().alias("来函日期"),
                        integer("letterPersons", "公函载明人数", "Persons in the letter", L2)
                                .within(1, 10_000)
                                .tucked(),
                        date("letterFrom", "公函载明开始日期", "From, by the letter", L2)
                                .tucked(),
                        date("letterTo", "公函载明结束日期", "Until, by the letter", L2).tucked(),
                        text("purpose", "公务内容", "Purpose", L2).needed().alias("接待事由", "公务事由", "来访事由"),
                        date("startsOn", "接待开始日期", "From", L2).needed().sorted().alias("开始日期"),
                        date("endsOn", "接待结束日期", "Until", L2).needed().alias("结束日期"),
                        integer("guests", "接待人数", "Guests", L2)
                                .needed()
                                .within(1, 10_000)
                                .alias("来宾人数", "来访人数"),
                        text("approvalNo", "审批单号", "Approval no.", L2).upTo(80),
                        date("approvedOn", "审批日期", "Approved", L2),
                        code("greeting", "greeting-place", "迎送地点", "Greeted at", L2)
                                .tucked(),
                        text("activities", "公务活动项目", "Activities", L2)
                                .upTo(1000)
                                .tucked(),
                        text("places", "活动场所", "Places", L2).upTo(400).tucked(),
                        date("listSignedOn", "接待清单审签日期", "List signed", L2),
                        code("status", "reception-status", "状态", "Status", L2))
                .keyedBy("receptionNo")
                .checks(Check.order("startsOn", "endsOn"), Check.order("letterFrom", "letterTo"), letter());
    }

    /** Nobody is to be received without a letter; what was held without one is history, and found by the rule. */
    private static Check letter() {
        return Gate.required(
                "guestUnit",
                "reception-letter",
                "w.starts_on",
                "w.status in ('PLANNED', 'APPROVED') and trim(coalesce(w.letter_no, '')) = ''"
                        + " and exists (select from facts.institution i where i.id = w.institution_id"
                        + " and (i.kind in ('STATE_ENTERPRISE', 'ASSOCIATION')) is not true)",
                "没有派出单位公函，不予接待：请填写公函文号",
                "is not received without a letter of theirs: give its number");
    }
}
