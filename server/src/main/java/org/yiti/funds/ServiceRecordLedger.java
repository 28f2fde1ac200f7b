package org.yiti.funds;

import static org.yiti.kernel.ledger.Column.date;
import static org.yiti.kernel.ledger.Column.decimal;
import static org.yiti.kernel.ledger.Column.text;
import static org.yiti.kernel.ledger.Grade.L2;

import org.yiti.kernel.ledger.InstitutionColumns;
import org.yiti.kernel.ledger.Ledger;

/** What was provided to whom, and what a unit of it cost. */
final class ServiceRecordLedger {

    private ServiceRecordLedger() {}

    static Ledger serviceRecords() {
        return Ledger.of("funds.service_record", "service-records", "后勤服务提供记录", "Services provided")
                .ofInstitution()
                .records("service-record", "recordNo")
                .columns(
                        text("recordNo", "记录编号", "Record no.", L2).needed().upTo(60),
                        InstitutionColumns.code(),
                        InstitutionColumns.name(),
                        text("itemNo", "项目编号", "Item no.", L2).upTo(60).identifying(),
                        text("service", "服务内容", "Service", L2).needed().upTo(120),
                        text("recipient", "服务对象", "For whom", L2).upTo(120),
                        date("providedOn", "提供日期", "Provided", L2).needed().sorted(),
                        decimal("quantity", "数量", "Quantity", null, 2, L2)
                                .within(0, 1_000_000)
                                .tucked(),
                        decimal("unitPrice", "单价", "Price of a unit", "元", 2, L2)
                                .within(0, 1_000_000_000))
                .keyedBy("recordNo");
    }
}
