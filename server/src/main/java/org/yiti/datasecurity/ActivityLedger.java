package org.yiti.datasecurity;

import static org.yiti.kernel.ledger.Column.code;
import static org.yiti.kernel.ledger.Column.date;
import static org.yiti.kernel.ledger.Column.integer;
import static org.yiti.kernel.ledger.Column.text;
import static org.yiti.kernel.ledger.Column.yesNo;
import static org.yiti.kernel.ledger.Grade.L2;

import org.yiti.kernel.ledger.Check;
import org.yiti.kernel.ledger.InstitutionColumns;
import org.yiti.kernel.ledger.Ledger;
import org.yiti.kernel.ledger.Rehoming;

/** What is done with which personal data, on what basis and for how long. */
final class ActivityLedger {

    private ActivityLedger() {}

    static Ledger activities() {
        return Ledger.of("datasecurity.processing_activity", "activities", "个人信息处理活动", "Processing of personal data")
                .ofInstitution()
                .records("data-activity", "name")
                .columns(
                        text("activityNo", "活动编号", "Activity no.", L2).needed().upTo(60),
                        text("name", "活动名称", "Name", L2).needed().upTo(120),
                        InstitutionColumns.code(),
                        InstitutionColumns.name(),
                        text("purpose", "处理目的", "Purpose", L2).upTo(500).tucked(),
                        code("dataClass", "personal-data-class", "信息类别", "Class of data", L2)
                                .needed(),
                        code("basis", "processing-basis", "合法性基础", "Basis", L2),
                        text("basisNo", "依据文号或同意记录编号", "Document or consent no.", L2)
                                .upTo(120),
                        yesNo("automated", "自动化决策", "Decides by machine", L2).tucked(),
                        yesNo("shared", "委托处理或对外提供", "Entrusted or provided", L2)
                                .tucked(),
                        date("startsOn", "开始日期", "From", L2).needed().sorted(),
                        date("endsOn", "结束日期", "Until", L2),
                        integer("retentionDays", "保存期限（天）", "Days kept after use", L2)
                                .within(0, 36_500)
                                .noted("处理活动结束后还保存的天数", "after the processing has ended"),
                        date("erasedOn", "删除日期", "Erased", L2).tucked())
                .whenMerged(Rehoming.goes("endsOn"))
                .keyedBy("activityNo")
                .checks(Check.order("startsOn", "endsOn"));
    }
}
