package org.yiti.datasecurity;

import static org.yiti.kernel.ledger.Column.date;
import static org.yiti.kernel.ledger.Column.integer;
import static org.yiti.kernel.ledger.Column.text;
import static org.yiti.kernel.ledger.Column.yesNo;
import static org.yiti.kernel.ledger.Grade.L2;

import org.yiti.kernel.ledger.Check;
import org.yiti.kernel.ledger.InstitutionColumns;
import org.yiti.kernel.ledger.Ledger;
import org.yiti.kernel.ledger.Rehoming;

/** A system, how long it keeps its network logs, and whether important data lies in it. */
final class SystemLedger {

    private SystemLedger() {}

    static Ledger systems() {
        return Ledger.of(
                        "datasecurity.information_system", "systems", "信息系统和日志留存", "Information systems and their logs")
                .ofInstitution()
                .records("data-system", "name")
                .columns(
                        text("code", "系统编号", "System no.", L2).needed().upTo(60),
                        text("name", "系统名称", "Name", L2).needed().upTo(120),
                        InstitutionColumns.code(),
                        InstitutionColumns.name(),
                        date("startsOn", "上线日期", "In use from", L2).needed().sorted(),
                        date("endsOn", "停用日期", "Until", L2),
                        integer("logDays", "网络日志留存天数", "Days that logs are kept", L2)
                                .within(0, 36_500),
                        yesNo("importantData", "处理重要数据", "Important data", L2),
                        yesNo("personalData", "处理个人信息", "Personal data", L2).tucked())
                .whenMerged(Rehoming.goes("endsOn"))
                .keyedBy("code")
                .checks(Check.order("startsOn", "endsOn"));
    }
}
