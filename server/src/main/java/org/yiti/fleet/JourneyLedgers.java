package org.yiti.fleet;

import static org.yiti.fleet.FleetLedgers.plate;
import static org.yiti.kernel.ledger.Column.code;
import static org.yiti.kernel.ledger.Column.decimal;
import static org.yiti.kernel.ledger.Column.integer;
import static org.yiti.kernel.ledger.Column.text;
import static org.yiti.kernel.ledger.Column.time;
import static org.yiti.kernel.ledger.Column.via;
import static org.yiti.kernel.ledger.Column.yesNo;
import static org.yiti.kernel.ledger.Grade.L2;
import static org.yiti.kernel.ledger.Grade.L3;

import java.util.List;
import org.yiti.kernel.Label;
import org.yiti.kernel.ledger.Category;
import org.yiti.kernel.ledger.Check;
import org.yiti.kernel.ledger.Column;
import org.yiti.kernel.ledger.Grade;
import org.yiti.kernel.ledger.Ledger;
import org.yiti.kernel.ledger.Mask;
import org.yiti.kernel.ledger.Rehoming;

/** The ledgers of what vehicles do: orders, trips and fuel. */
class JourneyLedgers {

    private JourneyLedgers() {}

    static List<Ledger> all() {
        return List.of(dispatchOrders(), trips(), fuelRecords());
    }

    private static Check after(String from, String to) {
        return new Check(
                to,
                true,
                "w." + column(to) + " <= w." + column(from),
                new Label("结束时间不晚于开始时间", "does not end after it starts"));
    }

    private static String column(String name) {
        return time(name, "", "", L2).db();
    }

    private static Column degrees(String name, String zh, String en, double most, Grade grade) {
        return decimal(name, zh, en, "°", 6, grade).within(-most, most).tucked();
    }

    private static Ledger dispatchOrders() {
        return Ledger.of("fleet.dispatch_order", "dispatch-orders", "派车单", "Dispatch orders")
                .records("dispatch-order", "orderNo")
                .ofInstitutionOf("vehicle")
                .numerous()
                .columns(
                        text("orderNo", "派车单号", "Order no.", L2).needed().upTo(60),
                        plate(),
                        via("vehicle", "institutionName", "institutionName", "单位名称", "Institution"),
                        via("driver", "code", "driverCode", "驾驶员编号", "Driver code")
                                .tucked(),
                        via("driver", "name", "driverName", "驾驶员", "Driver").alias("司机"),
                        text("applicant", "用车人", "Applicant", L3)
                                .guarded(Category.PERSONAL, Mask.NAME)
                                .upTo(60)
                                .alias("申请人", "乘车人"),
                        via("applicantPerson", "code", "applicantCode", "用车人人员编号", "Applicant's code")
                                .tucked()
                                .alias("用车人工号"),
                        code("category", "order-category", "用车类别", "Category", L2)
                                .tucked(),
                        text("purpose", "用车事由", "Purpose", L2).needed().alias("事由"),
                        text("origin", "出发地", "Origin", L3)
                                .guarded(Category.TRACK, Mask.ALL)
                                .tucked(),
                        text("destination", "目的地", "Destination", L3)
                                .guarded(Category.TRACK, Mask.ALL)
                                .needed(),
                        integer("passengers", "乘车人数", "Passengers", L2)
                                .within(0, 100)
                                .tucked(),
                        time("plannedStart", "计划出车时间", "Planned start", L2)
                                .needed()
                                .sorted()
                                .alias("出车时间", "用车时间"),
                        time("plannedEnd", "计划返回时间", "Planned end", L2).needed().alias("返回时间", "还车时间"),
                        yesNo("offHoursApproved", "批准非工作时间用车", "Off-hours approved", L2)
                                .tucked(),
                        yesNo("outOfTown", "批准出本行政区", "Out of town", L2).tucked(),
                        text("approvalNo", "审批单号", "Approval no.", L2).tucked(),
                        code("status", "order-status", "状态", "Status", L2).alias("审批状态"))
                .whenMerged(Rehoming.goes("plannedEnd"))
                .keyedBy("orderNo")
                .refers("vehicle", "fleet.vehicle", true, "plate")
                .refers("driver", "fleet.driver", false, "driverCode")
                .refers("applicantPerson", "organization.person", false, "applicantCode")
                .checks(after("plannedStart", "plannedEnd"));
    }

    private static Ledger trips() {
        return Ledger.of("fleet.trip", "trips", "行程", "Trips")
                .records("trip", "plate", "startedAt")
                .ofInstitutionOf("vehicle")
                .numerous()
                .columns(
                        plate(),
                        via("vehicle", "institutionName", "institutionName", "单位名称", "Institution"),
                        time("startedAt", "出车时间", "Started", L2).needed().sorted(),
                        time("endedAt", "返回时间", "Ended", L2).needed(),
                        decimal("kilometres", "行驶里程", "Distance", "km", 1, L2)
                                .needed()
                                .within(0, 10_000)
                                .alias("里程"),
                        decimal("odometer", "返回里程表读数", "Odometer", "km", 1, L2).within(0, 10_000_000),
                        text("orderNo", "派车单号", "Order no.", L2).upTo(60).identifying(),
                        text("origin", "出发地", "Origin", L3)
                                .guarded(Category.TRACK, Mask.ALL)
                                .tucked(),
                        text("destination", "到达地", "Destination", L3)
                                .guarded(Category.TRACK, Mask.ALL)
                                .alias("目的地"),
                        degrees("endLongitude", "到达经度", "End longitude", 180, L3)
                                .guarded(Category.TRACK, Mask.ALL),
                        degrees("endLatitude", "到达纬度", "End latitude", 90, L3).guarded(Category.TRACK, Mask.ALL),
                        code("source", "trip-source", "来源", "Source", L2)
                                .noted(
                                        "终端上报的行程由系统写入；人工登记请留空",
                                        "terminals' trips are written by the house; leave empty"))
                .keyedBy("plate", "startedAt")
                .refers("vehicle", "fleet.vehicle", true, "plate")
                .checks(after("startedAt", "endedAt"));
    }

    private static Ledger fuelRecords() {
        return Ledger.of("fleet.fuel_record", "fuel-records", "加油记录", "Fuel records")
                .records("fuel-record", "plate", "serialNo")
                .ofInstitutionOf("vehicle")
                .numerous()
                .columns(
                        text("serialNo", "流水号", "Serial no.", L2)
                                .needed()
                                .upTo(60)
                                .alias("交易流水号"),
                        plate(),
                        via("vehicle", "institutionName", "institutionName", "单位名称", "Institution"),
                        text("cardNo", "卡号", "Card no.", L2)
                                .upTo(40)
                                .identifying()
                                .alias("加油卡号"),
                        time("fuelledAt", "加油时间", "Fuelled", L2)
                                .needed()
                                .sorted()
                                .alias("交易时间"),
                        decimal("litres", "加油量", "Litres", "L", 2, L2)
                                .needed()
                                .within(0.01, 5000)
                                .alias("升数", "加油升数"),
                        decimal("amount", "金额", "Amount", "元", 2, L2)
                                .needed()
                                .within(0, 1_000_000)
                                .alias("加油金额"),
                        code("grade", "fuel-grade", "油品", "Grade", L2).tucked().alias("油号"),
                        decimal("odometer", "加油时里程表读数", "Odometer", "km", 1, L2)
                                .within(0, 10_000_000)
                                .alias("里程", "里程表读数", "加油里程"),
                        yesNo("filledUp", "是否加满", "Filled up", L2).tucked(),
                        text("station", "加油站", "Station", L2),
                        degrees("stationLongitude", "加油站经度", "Station longitude", 180, L2),
                        degrees("stationLatitude", "加油站纬度", "Station latitude", 90, L2),
                        degrees("vehicleLongitude", "车辆经度", "Vehicle longitude", 180, L3)
                                .guarded(Category.TRACK, Mask.ALL),
                        degrees("vehicleLatitude", "车辆纬度", "Vehicle latitude", 90, L3)
                                .guarded(Category.TRACK, Mask.ALL))
                .keyedBy("serialNo")
                .refers("vehicle", "fleet.vehicle", true, "plate");
    }
}
