package org.yiti.energy;

import static org.yiti.kernel.ledger.Column.code;
import static org.yiti.kernel.ledger.Column.date;
import static org.yiti.kernel.ledger.Column.decimal;
import static org.yiti.kernel.ledger.Column.integer;
import static org.yiti.kernel.ledger.Column.month;
import static org.yiti.kernel.ledger.Column.text;
import static org.yiti.kernel.ledger.Column.time;
import static org.yiti.kernel.ledger.Column.via;
import static org.yiti.kernel.ledger.Grade.L2;
import static org.yiti.kernel.ledger.Grade.L3;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.yiti.kernel.ledger.Category;
import org.yiti.kernel.ledger.Column;
import org.yiti.kernel.ledger.InstitutionColumns;
import org.yiti.kernel.ledger.Ledger;
import org.yiti.kernel.ledger.LedgerBook;
import org.yiti.kernel.ledger.Mask;

/** The ledgers of energy and water. */
@Component
class EnergyLedgers implements LedgerBook {

    private static final String[] REGISTERS = "读数 表读数 累计读数 表底读数 示数 表示数 累计值 表码 止码 本次读数 reading".split(" ");

    @Override
    public List<Ledger> ledgers() {
        var all = new ArrayList<>(List.of(
                MeterLedger.meters(),
                MeterLedger.pastMeters(),
                MeteringLedgers.installations(),
                MeteringLedgers.tariffs(),
                readings(),
                consumptions(),
                users(),
                QuotaLedger.quotas(),
                filings()));
        all.addAll(DutyLedgers.all());
        return all;
    }

    static Column institutionCode() {
        return InstitutionColumns.code();
    }

    static Column institutionName() {
        return InstitutionColumns.name();
    }

    static Column buildingCode() {
        return via("building", "code", "buildingCode", "建筑编码", "Building code")
                .tucked()
                .alias("楼栋编码", "楼座编码", "房屋编码");
    }

    static Column year() {
        return integer("year", "年度", "Year", L2)
                .needed()
                .within(1990, 2100)
                .sorted()
                .alias("年份");
    }

    private static Ledger readings() {
        return Ledger.of("energy.reading", "readings", "逐时用量", "Hourly readings")
                .ofInstitutionOf("meter")
                .flowing()
                .noted("以小时开始时刻为准的该小时用量，单位随表计能源种类", "Consumption in the hour that begins then, in the meter's unit")
                .columns(
                        via("meter", "code", "meterCode", "表计编码", "Meter code")
                                .needed()
                                .alias("表号"),
                        time("at", "时刻", "Hour", L2).needed().alias("时间", "采集时间"),
                        decimal("amount", "用量", "Amount", null, 4, L2)
                                .needed()
                                .within(-1e12, 1e12)
                                .alias("耗量", "消费量")
                                .never(
                                        "表头是表底读数（累计值），这里要的是该小时的用量：请用相邻两次读数之差乘倍率，填在“用量”列",
                                        "is a register reading; give the difference of two readings times the ratio",
                                        REGISTERS))
                .keyedBy("meterCode", "at")
                .refers("meter", "energy.meter", true, "meterCode");
    }

    private static Ledger consumptions() {
        return Ledger.of("energy.consumption", "consumptions", "能源资源消费月台账", "Monthly consumption")
                .records("consumption", "institutionName", "buildingName", "month")
                .ofInstitution()
                .numerous()
                .columns(
                        institutionCode(),
                        institutionName(),
                        buildingCode(),
                        via("building", "name", "buildingName", "建筑", "Building")
                                .alias("建筑名称", "楼栋", "楼栋名称", "楼座"),
                        code("energyKind", "energy-kind", "能源种类", "Energy kind", L2)
                                .needed()
                                .alias("能源类型"),
                        month("month", "月份", "Month", L2).needed().sorted().alias("统计月份", "年月"),
                        decimal("amount", "消费量", "Amount", null, 3, L2)
                                .needed()
                                .within(0, 1e12)
                                .alias("用量", "消耗量", "耗量")
                                .never(
                                        "表头是表底读数（累计值），这里要的是当月的消费量：请用月末与月初读数之差乘倍率，填在“消费量”列",
                                        "is a register reading; give the difference of two readings times the ratio",
                                        REGISTERS),
                        decimal("vehicleAmount", "其中车辆用油", "Of which vehicles", null, 3, L2)
                                .within(0, 1e12)
                                .tucked(),
                        decimal("cost", "费用", "Cost", "元", 2, L2)
                                .within(0, 1e11)
                                .alias("金额"))
                .keyedBy("institutionCode", "buildingCode", "energyKind", "month")
                .refers("building", "premises.building", false, "buildingCode");
    }

    private static Ledger users() {
        return Ledger.of("energy.energy_user", "energy-users", "用能人数与面积", "Energy users and areas")
                .records("energy-user", "institutionName", "year")
                .ofInstitution()
                .columns(
                        institutionCode(),
                        institutionName(),
                        year(),
                        integer("persons", "用能人数", "Persons", L2).needed().within(0, 1_000_000),
                        decimal("buildingArea", "建筑面积", "Building area", "m²", 2, L2)
                                .needed()
                                .within(0.01, 10_000_000),
                        decimal("heatedArea", "采暖面积", "Heated area", "m²", 2, L2)
                                .within(0, 10_000_000),
                        text("statistician", "能源统计人员", "Statistician", L3)
                                .guarded(Category.PERSONAL, Mask.NAME)
                                .upTo(60),
                        text("manager", "能源管理负责人", "Energy manager", L3)
                                .guarded(Category.PERSONAL, Mask.NAME)
                                .upTo(60)
                                .alias("能源管理岗位", "能源管理员"))
                .keyedBy("institutionCode", "year");
    }

    private static Ledger filings() {
        return Ledger.of("energy.energy_filing", "energy-filings", "节能报送", "Energy filings")
                .records("energy-filing", "institutionName", "year")
                .ofInstitution()
                .noted("年度填所报送数据的年度", "The year is the one reported on")
                .columns(
                        institutionCode(),
                        institutionName(),
                        year(),
                        code("kind", "energy-filing-kind", "报送事项", "Kind", L2)
                                .needed()
                                .alias("类别"),
                        date("filedOn", "报送日期", "Filed", L2).needed(),
                        text("documentNo", "文号", "Document no.", L2),
                        text("note", "说明", "Note", L2).upTo(2000).tucked())
                .keyedBy("institutionCode", "year", "kind");
    }
}
