package org.yiti.funds;

import static org.yiti.kernel.ledger.Column.date;
import static org.yiti.kernel.ledger.Column.decimal;
import static org.yiti.kernel.ledger.Column.text;
import static org.yiti.kernel.ledger.Grade.L2;

import org.yiti.kernel.ledger.Check;
import org.yiti.kernel.ledger.InstitutionColumns;
import org.yiti.kernel.ledger.Ledger;
import org.yiti.kernel.ledger.Rehoming;

/** What is provided to offices, to what standard. */
final class ServiceItemLedger {

    private ServiceItemLedger() {}

    static Ledger serviceItems() {
        return Ledger.of("funds.service_item", "service-items", "后勤服务项目目录", "Catalogue of services")
                .ofInstitution()
                .records("service-item", "name")
                .columns(
                        text("itemNo", "项目编号", "Item no.", L2).needed().upTo(60),
                        text("name", "服务项目", "Service", L2).needed().upTo(120),
                        InstitutionColumns.code(),
                        InstitutionColumns.name(),
                        text("unit", "计量单位", "Unit", L2).upTo(20).tucked(),
                        decimal("standard", "标准", "Standard", "元", 2, L2)
                                .within(0, 1_000_000_000)
                                .noted("每一计量单位的上限", "of a unit, at most"),
                        date("startsOn", "起始日期", "From", L2).needed().sorted(),
                        date("endsOn", "截止日期", "Until", L2),
                        text("documentNo", "文号", "Document no.", L2).upTo(80).tucked())
                .whenMerged(Rehoming.goes("endsOn"))
                .keyedBy("itemNo", "startsOn")
                .checks(Check.order("startsOn", "endsOn"));
    }
}
