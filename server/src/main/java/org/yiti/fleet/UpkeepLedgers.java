package org.yiti.fleet;

import static org.yiti.fleet.FleetLedgers.plate;
import static org.yiti.kernel.ledger.Column.code;
import static org.yiti.kernel.ledger.Column.date;
import static org.yiti.kernel.ledger.Column.decimal;
import static org.yiti.kernel.ledger.Column.text;
import static org.yiti.kernel.ledger.Column.via;
import static org.yiti.kernel.ledger.Grade.L2;

import java.util.List;
import org.yiti.kernel.ledger.Check;
import org.yiti.kernel.ledger.Column;
import org.yiti.kernel.ledger.Ledger;
import org.yiti.kernel.ledger.Rehoming;

/** The ledgers of keeping vehicles fit, and of letting them go. */
class UpkeepLedgers {

    private UpkeepLedgers() {}

    static List<Ledger> all() {
        return List.of(maintenances(), insurances(), inspections(), disposals());
    }

    private static Ledger ofVehicle(String table, String plural, String zh, String en) {
        return Ledger.of(table, plural, zh, en)
                .ofInstitutionOf("vehicle")
                .refers("vehicle", "fleet.vehicle", true, "plate");
    }

    private static Column institutionName() {
        return via("vehicle", "institutionName", "institutionName", "单位名称", "Institution");
    }

    private static Ledger maintenances() {
        return ofVehicle("fleet.maintenance", "maintenances", "维修保养", "Maintenance")
                .records("maintenance", "plate", "documentNo")
                .columns(
                        plate(),
                        institutionName(),
                        text("documentNo", "维修单号", "Document no.", L2).needed().upTo(60),
                        date("doneOn", "日期", "Date", L2).needed().sorted().alias("维修日期"),
                        code("kind", "maintenance-kind", "类别", "Kind", L2).needed(),
                        text("items", "项目", "Items", L2).needed().upTo(1000).alias("维修项目"),
                        text("supplier", "维修厂", "Supplier", L2).upTo(120).alias("供应商"),
                        decimal("amount", "金额", "Amount", "元", 2, L2).needed().within(0, 10_000_000),
                        decimal("odometer", "里程表读数", "Odometer", "km", 1, L2).within(0, 10_000_000))
                .keyedBy("plate", "documentNo");
    }

    private static Ledger insurances() {
        return ofVehicle("fleet.insurance", "insurances", "保险", "Insurance")
                .records("insurance", "plate", "policyNo")
                .columns(
                        plate(),
                        institutionName(),
                        text("policyNo", "保单号", "Policy no.", L2).needed().upTo(60),
                        text("insurer", "保险公司", "Insurer", L2).needed().upTo(120),
                        code("kind", "insurance-kind", "险种", "Kind", L2),
                        decimal("amount", "保费", "Premium", "元", 2, L2).needed().within(0, 10_000_000),
                        date("startsOn", "起保日期", "From", L2).needed(),
                        date("endsOn", "终保日期", "Until", L2).needed().sorted())
                .whenMerged(Rehoming.goes("endsOn"))
                .keyedBy("plate", "policyNo")
                .checks(Check.order("startsOn", "endsOn"));
    }

    private static Ledger inspections() {
        return ofVehicle("fleet.inspection", "inspections", "年检", "Inspections")
                .records("inspection", "plate", "inspectedOn")
                .columns(
                        plate(),
                        institutionName(),
                        date("inspectedOn", "检验日期", "Inspected", L2).needed().sorted(),
                        code("result", "inspection-result", "检验结果", "Result", L2)
                                .needed()
                                .alias("结果"),
                        date("validUntil", "有效期止", "Valid until", L2),
                        text("station", "检验机构", "Station", L2).upTo(120))
                .whenMerged(Rehoming.goes("validUntil"))
                .keyedBy("plate", "inspectedOn");
    }

    private static Ledger disposals() {
        return ofVehicle("fleet.disposal", "disposals", "车辆处置", "Disposals")
                .records("disposal", "plate")
                .columns(
                        plate(),
                        institutionName(),
                        date("disposedOn", "处置日期", "Disposed", L2).needed().sorted(),
                        code("reason", "disposal-reason", "处置原因", "Reason", L2).needed(),
                        code("method", "disposal-method", "处置方式", "Method", L2).needed(),
                        text("approvalNo", "处置批准文号", "Approval no.", L2).alias("批准文号"),
                        text("earlyApprovalNo", "提前更新批准文号", "Early replacement approval", L2),
                        text("replacedBy", "更新车辆号牌", "Replaced by", L2)
                                .upTo(12)
                                .identifying()
                                .formed(new PlateFormat()),
                        decimal("income", "处置收入", "Income", "元", 2, L2).within(0, 1e10),
                        text("receiptNo", "缴库凭证号", "Treasury receipt no.", L2))
                .keyedBy("plate");
    }
}
