package org.yiti.fleet;

import static org.yiti.kernel.ledger.Column.code;
import static org.yiti.kernel.ledger.Column.date;
import static org.yiti.kernel.ledger.Column.decimal;
import static org.yiti.kernel.ledger.Column.integer;
import static org.yiti.kernel.ledger.Column.text;
import static org.yiti.kernel.ledger.Column.via;
import static org.yiti.kernel.ledger.Column.yesNo;
import static org.yiti.kernel.ledger.Grade.L2;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.yiti.kernel.Label;
import org.yiti.kernel.ledger.Check;
import org.yiti.kernel.ledger.Column;
import org.yiti.kernel.ledger.InstitutionColumns;
import org.yiti.kernel.ledger.Ledger;
import org.yiti.kernel.ledger.LedgerBook;
import org.yiti.kernel.ledger.Rehoming;

/** The ledgers of what the fleet is: quotas, vehicles and drivers. What it does is in {@link JourneyLedgers}. */
@Component
class FleetLedgers implements LedgerBook {

    @Override
    public List<Ledger> ledgers() {
        var all = new ArrayList<>(List.of(
                quotas(),
                PurchaseRequestLedger.requests(),
                vehicles(),
                pastVehicles(),
                DriverLedger.drivers(),
                DriverLedger.pastDrivers()));
        all.addAll(JourneyLedgers.all());
        all.addAll(UpkeepLedgers.all());
        all.addAll(DutyLedgers.all());
        return all;
    }

    static Column institutionCode() {
        return InstitutionColumns.code();
    }

    static Column institutionName() {
        return InstitutionColumns.name();
    }

    static Column plate() {
        return via("vehicle", "plate", "plate", "号牌号码", "Plate")
                .needed()
                .formed(new PlateFormat())
                .alias("车牌号", "车牌", "车牌号码", "号牌", "车号");
    }

    private static Ledger quotas() {
        return Ledger.of("fleet.vehicle_quota", "vehicle-quotas", "车辆编制", "Vehicle quotas")
                .records("vehicle-quota", "institutionName")
                .ofInstitution()
                .columns(
                        institutionCode(),
                        institutionName(),
                        code("type", "vehicle-type", "车辆类型", "Type", L2)
                                .needed()
                                .alias("用车类型"),
                        integer("quota", "编制数", "Quota", L2)
                                .needed()
                                .within(0, 10_000)
                                .alias("车辆编制数"),
                        date("startsOn", "生效日期", "From", L2).needed(),
                        date("endsOn", "失效日期", "Until", L2),
                        text("approvalNo", "批准文号", "Approval no.", L2))
                .whenMerged(Rehoming.ENDS)
                .keyedBy("institutionCode", "type", "startsOn")
                .checks(Check.order("startsOn", "endsOn"))
                .checks(Check.alone(
                        "startsOn",
                        "true",
                        "同类车辆编制的期间重叠",
                        "overlaps another quota of the type",
                        "institution_id",
                        "type"));
    }

    private static Ledger vehicles() {
        return Ledger.of("fleet.vehicle", "vehicles", "车辆", "Vehicles")
                .ofInstitution()
                .objects("vehicle", "plate")
                .searchedBy("plate", "brandModel", "vin")
                .columns(
                        text("plate", "号牌号码", "Plate", L2)
                                .needed()
                                .upTo(12)
                                .sorted()
                                .formed(new PlateFormat())
                                .alias("车牌号", "车牌", "车牌号码", "号牌", "车号"),
                        code("plateColour", "plate-colour", "号牌颜色", "Plate colour", L2)
                                .tucked(),
                        institutionCode(),
                        institutionName(),
                        code("type", "vehicle-type", "车辆类型", "Type", L2)
                                .needed()
                                .alias("用车类型", "车辆用途", "车辆性质", "用途"),
                        code("body", "vehicle-body", "车型", "Body", L2).needed().alias("车身类型", "车辆车型", "车辆类别", "车身类别"),
                        code("energy", "vehicle-energy", "能源类型", "Energy", L2)
                                .needed()
                                .alias("燃料种类", "燃料类型", "燃料", "动力类型"),
                        text("brandModel", "品牌型号", "Brand and model", L2)
                                .upTo(80)
                                .alias("厂牌型号", "品牌"),
                        text("vin", "车架号", "VIN", L2).upTo(20).tucked().alias("车辆识别代号"),
                        text("engineNo", "发动机号", "Engine no.", L2).upTo(40).tucked(),
                        decimal("displacement", "排气量", "Displacement", "L", 2, L2)
                                .within(0, 20)
                                .alias("排量"),
                        integer("seats", "核定载客", "Seats", L2)
                                .within(1, 100)
                                .tucked()
                                .alias("座位数", "核载人数", "座位"),
                        decimal("price", "购置价格", "Price", "元", 2, L2)
                                .within(0, 100_000_000)
                                .alias("购车金额", "购置价", "价格", "购车价", "购车价格", "车辆购价", "购置金额")
                                .noted("不含车辆购置税", "without vehicle purchase tax"),
                        date("purchasedOn", "购置日期", "Purchased", L2).tucked().alias("购车日期", "购入日期"),
                        date("registeredOn", "注册登记日期", "Registered", L2)
                                .alias("入户时间", "登记日期", "上牌日期", "入户日期", "初次登记日期"),
                        text("registeredOwner", "登记所有人", "Registered owner", L2)
                                .upTo(120)
                                .tucked()
                                .alias("所有人", "车主", "机动车所有人"),
                        code("acquisition", "vehicle-acquisition", "取得方式", "Acquisition", L2)
                                .tucked(),
                        yesNo("imported", "进口车辆", "Imported", L2).tucked().alias("进口"),
                        text("specialNeed", "特殊工作需要说明", "Special need", L2).tucked(),
                        yesNo("fixedRoute", "路线固定", "Fixed route", L2).tucked(),
                        code("markStatus", "mark-status", "标识化", "Mark", L2)
                                .needed()
                                .tucked()
                                .alias("标识状态", "是否标识", "是否标识化", "是否喷涂标识", "标识情况"),
                        text("markExemptionNo", "免标识批准文号", "Mark exemption no.", L2)
                                .tucked(),
                        decimal("tank", "油箱容量", "Tank", "L", 1, L2)
                                .within(0.1, 2000)
                                .tucked(),
                        decimal("ratedConsumption", "核定百公里油耗", "Rated consumption", "L/100km", 2, L2)
                                .within(0.1, 200)
                                .tucked(),
                        text("terminalNo", "终端号", "Terminal no.", L2)
                                .upTo(30)
                                .tucked()
                                .alias("北斗终端号"),
                        yesNo("dutyVehicle", "值班应急车辆", "Duty vehicle", L2).tucked(),
                        text("parking", "停放地点", "Parking", L2).tucked(),
                        decimal("parkingLongitude", "停放地经度", "Parking longitude", "°", 6, L2)
                                .within(-180, 180)
                                .tucked(),
                        decimal("parkingLatitude", "停放地纬度", "Parking latitude", "°", 6, L2)
                                .within(-90, 90)
                                .tucked(),
                        code("status", "vehicle-status", "状态", "Status", L2).alias("车辆状态"),
                        date("retiredOn", "退出日期", "Retired", L2).tucked())
                .whenMerged(Rehoming.goes("retiredOn"))
                .keyedBy("plate")
                .checks(
                        new Check(
                                "price",
                                false,
                                "w.price > 0 and w.price < 1000",
                                new Label(
                                        "金额过小，疑似以万元计；本列以元计，请核对（表头写“购置价格（万元）”即自动换算）",
                                        "is very small: in ten thousands of yuan? This column counts yuan; under a header with (万元) it is converted")))
                .dated("fleet.vehicle_past", "vehicle", "institution", "type", "status");
    }

    private static Ledger pastVehicles() {
        return Ledger.of("fleet.vehicle_past", "vehicle-pasts", "车辆变动", "Former holding of vehicles")
                .records("vehicle-past", "plate")
                .ofInstitution()
                .columns(
                        plate(),
                        InstitutionColumns.code("原单位编码"),
                        InstitutionColumns.name("原单位"),
                        code("type", "vehicle-type", "原车辆类型", "Type", L2).needed(),
                        code("status", "vehicle-status", "原状态", "Status", L2))
                .pastOf("fleet.vehicle", "vehicle")
                .keyedBy("plate", "endsOn")
                .refers("vehicle", "fleet.vehicle", true, "plate");
    }
}
