package org.yiti.energy;

import static org.yiti.energy.EnergyLedgers.buildingCode;
import static org.yiti.energy.EnergyLedgers.institutionCode;
import static org.yiti.energy.EnergyLedgers.institutionName;
import static org.yiti.kernel.ledger.Column.code;
import static org.yiti.kernel.ledger.Column.date;
import static org.yiti.kernel.ledger.Column.decimal;
import static org.yiti.kernel.ledger.Column.integer;
import static org.yiti.kernel.ledger.Column.text;
import static org.yiti.kernel.ledger.Column.via;
import static org.yiti.kernel.ledger.Grade.L2;

import org.yiti.kernel.Label;
import org.yiti.kernel.ledger.Check;
import org.yiti.kernel.ledger.InstitutionColumns;
import org.yiti.kernel.ledger.Ledger;
import org.yiti.kernel.ledger.Rehoming;

/** Meters: whose, of which energy, for what, and what their registers look like; and whose and for what they were. */
final class MeterLedger {

    private MeterLedger() {}

    static Ledger meters() {
        return Ledger.of("energy.meter", "meters", "计量器具", "Meters")
                .ofInstitution()
                .objects("meter", "name")
                .sharedByAll()
                .searchedBy("code", "name")
                .columns(
                        text("code", "表计编码", "Code", L2)
                                .needed()
                                .upTo(60)
                                .sorted()
                                .alias("表号", "计量器具编码"),
                        text("name", "表计名称", "Name", L2).needed().upTo(120).alias("名称"),
                        institutionCode(),
                        institutionName(),
                        via("site", "code", "siteCode", "院落编码", "Site code").tucked(),
                        buildingCode(),
                        via("building", "name", "buildingName", "建筑", "Building")
                                .alias("建筑名称", "楼栋", "楼栋名称", "楼座"),
                        via("parent", "code", "parentCode", "上级表计编码", "Parent meter code")
                                .tucked()
                                .alias("上级表号"),
                        code("energyKind", "energy-kind", "能源种类", "Energy kind", L2)
                                .needed()
                                .alias("能源类型"),
                        code("level", "meter-level", "计量级别", "Level", L2).needed(),
                        code("item", "electricity-item", "分项", "Item", L2).alias("分项用途"),
                        code("keyArea", "key-area", "重点部位", "Key area", L2).tucked(),
                        decimal("ratio", "倍率", "Ratio", null, 3, L2)
                                .within(0.001, 100_000)
                                .tucked(),
                        integer("digits", "表盘位数", "Register digits", L2)
                                .within(1, 15)
                                .tucked()
                                .noted("含小数位，如 999999.99 为 8 位", "decimals included: 8 for 999999.99"),
                        integer("decimals", "小数位数", "Register decimals", L2)
                                .within(0, 6)
                                .tucked(),
                        integer("mostPerHour", "每小时最大用量", "Most an hour", L2)
                                .within(1, 1_000_000_000)
                                .tucked(),
                        integer("gapHours", "最长读数间隔（小时）", "Longest gap (hours)", L2)
                                .within(1, 10_000)
                                .tucked(),
                        date("installedOn", "安装日期", "Installed", L2).tucked(),
                        date("removedOn", "拆除日期", "Removed", L2).tucked())
                .whenMerged(Rehoming.goes("removedOn"))
                .keyedBy("code")
                .refers("site", "premises.site", false, "siteCode")
                .refers("building", "premises.building", false, "buildingCode")
                .refers("parent", "energy.meter", false, "parentCode")
                .checks(Check.order("installedOn", "removedOn"))
                .dated(
                        "energy.meter_past",
                        "meter",
                        "institution",
                        "site",
                        "building",
                        "parent",
                        "level",
                        "item",
                        "keyArea");
    }

    static Ledger pastMeters() {
        return Ledger.of("energy.meter_past", "meter-pasts", "表计变动", "Former places of meters")
                .records("meter-past", "meterName")
                .ofInstitution()
                .noted("换表、清零、变比调整填在“表计履历”", "replacements, resets and new ratios are rows of the histories of meters")
                .columns(
                        via("meter", "code", "meterCode", "表计编码", "Meter code")
                                .needed()
                                .alias("表号"),
                        via("meter", "name", "meterName", "表计名称", "Meter"),
                        InstitutionColumns.code("原单位编码"),
                        InstitutionColumns.name("原单位"),
                        via("site", "code", "siteCode", "原院落编码", "Site code").tucked(),
                        via("building", "code", "buildingCode", "原建筑编码", "Building code")
                                .tucked(),
                        via("building", "name", "buildingName", "原建筑", "Building"),
                        via("parent", "code", "parentCode", "原上级表计编码", "Parent meter code"),
                        code("level", "meter-level", "原计量级别", "Level", L2).needed(),
                        code("item", "electricity-item", "原分项", "Item", L2),
                        code("keyArea", "key-area", "原重点部位", "Key area", L2).tucked())
                .pastOf("energy.meter", "meter")
                .keyedBy("meterCode", "endsOn")
                .refers("meter", "energy.meter", true, "meterCode")
                .refers("site", "premises.site", false, "siteCode")
                .refers("building", "premises.building", false, "buildingCode")
                .refers("parent", "energy.meter", false, "parentCode")
                .checks(new Check(
                        "parentCode", true, "w.parent_id = w.meter_id", new Label("上级表计是它自己", "is the meter itself")));
    }
}
