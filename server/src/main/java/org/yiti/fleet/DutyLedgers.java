package org.yiti.fleet;

import static org.yiti.fleet.FleetLedgers.institutionCode;
import static org.yiti.fleet.FleetLedgers.institutionName;
import static org.yiti.fleet.FleetLedgers.plate;
import static org.yiti.kernel.ledger.Column.code;
import static org.yiti.kernel.ledger.Column.date;
import static org.yiti.kernel.ledger.Column.decimal;
import static org.yiti.kernel.ledger.Column.integer;
import static org.yiti.kernel.ledger.Column.text;
import static org.yiti.kernel.ledger.Column.time;
import static org.yiti.kernel.ledger.Column.via;
import static org.yiti.kernel.ledger.Grade.L2;
import static org.yiti.kernel.ledger.Grade.L3;

import java.util.List;
import org.yiti.kernel.ledger.Category;
import org.yiti.kernel.ledger.Check;
import org.yiti.kernel.ledger.Ledger;
import org.yiti.kernel.ledger.Mask;
import org.yiti.kernel.ledger.Rehoming;

/** The ledgers of who may be paid for vehicles, what is made known of them, and where they passed and parked. */
final class DutyLedgers {

    private DutyLedgers() {}

    static List<Ledger> all() {
        return List.of(fixedSuppliers(), filings(), roadCharges());
    }

    private static Ledger fixedSuppliers() {
        return Ledger.of("fleet.fixed_supplier", "fixed-suppliers", "定点供应商", "Fixed suppliers")
                .records("fixed-supplier", "name")
                .ofInstitution()
                .noted("单位填确定名单的单位，全市适用", "The institution is the one that chose them, for the whole city")
                .columns(
                        institutionCode(),
                        institutionName(),
                        text("name", "供应商名称", "Supplier", L2).needed().upTo(120),
                        code("service", "supplier-service", "服务", "Service", L2).needed(),
                        text("documentNo", "确定文号", "Document no.", L2),
                        date("startsOn", "起始日期", "From", L2).needed().sorted(),
                        date("endsOn", "截止日期", "Until", L2))
                .whenMerged(Rehoming.goes("endsOn"))
                .keyedBy("institutionCode", "name", "service", "startsOn")
                .checks(Check.order("startsOn", "endsOn"));
    }

    private static Ledger filings() {
        return Ledger.of("fleet.fleet_filing", "filings", "公务用车报送公示", "Fleet filings")
                .records("fleet-filing", "institutionName", "year")
                .ofInstitution()
                .noted("年度、季度填所报送、公示的期间；年度事项不填季度", "Year and quarter are those reported on; none for a whole year")
                .columns(
                        institutionCode(),
                        institutionName(),
                        integer("year", "年度", "Year", L2)
                                .needed()
                                .within(1990, 2100)
                                .sorted()
                                .alias("年份"),
                        integer("quarter", "季度", "Quarter", L2)
                                .needed()
                                .within(0, 4)
                                .noted("全年的填 0", "0 for the whole year"),
                        code("kind", "fleet-filing-kind", "事项", "Kind", L2)
                                .needed()
                                .alias("报送事项"),
                        date("filedOn", "日期", "Filed", L2).needed().alias("报送日期", "公示日期"),
                        text("documentNo", "文号", "Document no.", L2))
                .keyedBy("institutionCode", "year", "quarter", "kind");
    }

    private static Ledger roadCharges() {
        return Ledger.of("fleet.road_charge", "road-charges", "通行停车", "Tolls and parking")
                .records("road-charge", "plate", "serialNo")
                .ofInstitutionOf("vehicle")
                .numerous()
                .columns(
                        text("serialNo", "流水号", "Serial no.", L2)
                                .needed()
                                .upTo(60)
                                .alias("交易流水号"),
                        plate(),
                        via("vehicle", "institutionName", "institutionName", "单位名称", "Institution"),
                        code("kind", "road-charge-kind", "类别", "Kind", L2).needed(),
                        time("enteredAt", "驶入时间", "Entered", L2)
                                .needed()
                                .sorted()
                                .alias("入口时间", "入场时间"),
                        time("leftAt", "驶出时间", "Left", L2).alias("出口时间", "出场时间"),
                        text("gate", "收费站或停车场", "Gate", L3)
                                .guarded(Category.TRACK, Mask.ALL)
                                .alias("收费站", "停车场", "地点"),
                        decimal("amount", "金额", "Amount", "元", 2, L2).within(0, 1_000_000))
                .keyedBy("serialNo")
                .refers("vehicle", "fleet.vehicle", true, "plate");
    }
}
