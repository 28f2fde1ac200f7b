package org.yiti.datasecurity;

import static org.yiti.kernel.ledger.Column.code;
import static org.yiti.kernel.ledger.Column.text;
import static org.yiti.kernel.ledger.Column.time;
import static org.yiti.kernel.ledger.Column.yesNo;
import static org.yiti.kernel.ledger.Grade.L2;

import org.yiti.kernel.ledger.Check;
import org.yiti.kernel.ledger.InstitutionColumns;
import org.yiti.kernel.ledger.Ledger;

/** What went wrong, and when it was found, contained, reported and told to whom it concerns. */
final class IncidentLedger {

    private IncidentLedger() {}

    static Ledger incidents() {
        return Ledger.of("datasecurity.incident", "incidents", "数据安全事件", "Data incidents")
                .ofInstitution()
                .records("data-incident", "title")
                .columns(
                        text("incidentNo", "事件编号", "Incident no.", L2).needed().upTo(60),
                        text("title", "事件", "Title", L2).needed().upTo(120),
                        InstitutionColumns.code(),
                        InstitutionColumns.name(),
                        code("kind", "data-incident-kind", "类别", "Kind", L2).needed(),
                        yesNo("publicInterest", "涉及国家安全、公共利益", "Of public interest", L2)
                                .tucked(),
                        yesNo("personal", "涉及个人信息", "Personal data", L2),
                        yesNo("harmless", "已有效避免危害", "Harm was avoided", L2)
                                .tucked()
                                .noted(
                                        "采取措施能够有效避免信息泄露、篡改、丢失造成危害的，可以不通知个人",
                                        "whoever averts the harm need not tell the people"),
                        time("foundAt", "发现时间", "Found", L2).needed().sorted(),
                        time("containedAt", "补救时间", "Contained", L2),
                        time("reportedAt", "向主管部门报告时间", "Reported", L2),
                        time("notifiedAt", "通知个人时间", "People told", L2))
                .keyedBy("incidentNo")
                .checks(
                        Check.order("foundAt", "containedAt"),
                        Check.order("foundAt", "reportedAt"),
                        Check.order("foundAt", "notifiedAt"));
    }
}
