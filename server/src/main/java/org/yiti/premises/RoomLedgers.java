package org.yiti.premises;

import static org.yiti.kernel.ledger.Column.code;
import static org.yiti.kernel.ledger.Column.date;
import static org.yiti.kernel.ledger.Column.decimal;
import static org.yiti.kernel.ledger.Column.text;
import static org.yiti.kernel.ledger.Column.via;
import static org.yiti.kernel.ledger.Grade.L2;
import static org.yiti.premises.PremisesLedgers.buildingCode;
import static org.yiti.premises.PremisesLedgers.institutionName;

import java.util.List;
import org.yiti.kernel.Label;
import org.yiti.kernel.ledger.Check;
import org.yiti.kernel.ledger.InstitutionColumns;
import org.yiti.kernel.ledger.Ledger;
import org.yiti.kernel.ledger.Rehoming;

/** The ledgers of rooms: what they are, what they were before, and who uses them. */
final class RoomLedgers {

    private RoomLedgers() {}

    static List<Ledger> all() {
        return List.of(rooms(), pastRooms(), occupancies());
    }

    private static Ledger rooms() {
        return Ledger.of("premises.room", "rooms", "房间", "Rooms")
                .ofInstitution()
                .objects("room", "buildingName", "number")
                .searchedBy("number")
                .columns(
                        buildingCode().needed().tucked(),
                        via("building", "name", "buildingName", "建筑", "Building")
                                .alias("建筑名称", "楼栋", "楼栋名称", "楼座"),
                        text("number", "房间号", "Room", L2)
                                .needed()
                                .upTo(40)
                                .sorted()
                                .alias("房号", "房间编号"),
                        via("floor", "number", "floorNumber", "楼层", "Floor")
                                .needed()
                                .alias("楼层号", "层号", "所在楼层"),
                        InstitutionColumns.code("单位编码", "使用单位编码"),
                        institutionName(),
                        code("use", "room-use", "用途", "Use", L2).needed().alias("房间用途", "房屋用途", "使用功能"),
                        code("approvedUse", "room-use", "批准用途", "Approved use", L2)
                                .tucked(),
                        code("annexKind", "annex-kind", "附属用房类别", "Kind of ancillary room", L2)
                                .tucked(),
                        decimal("usableArea", "使用面积", "Usable area", "m²", 2, L2)
                                .needed()
                                .within(0.01, 100_000)
                                .alias("面积"),
                        decimal("toiletArea", "室内卫生间面积", "Own toilet", "m²", 2, L2)
                                .within(0, 1000)
                                .tucked(),
                        text("wing", "分区", "Wing", L2).upTo(20).alias("朝向", "侧"),
                        text("basisDocument", "立项或标准依据", "Basis document", L2).tucked(),
                        date("idleSince", "闲置起始日", "Idle since", L2).tucked())
                .whenMerged(Rehoming.goes())
                .keyedBy("buildingCode", "number")
                .refers("building", "premises.building", true, "buildingCode")
                .refers("floor", "premises.floor", true, "buildingCode", "floorNumber")
                .dated("premises.room_past", "room", "institution", "use", "usableArea");
    }

    private static Ledger pastRooms() {
        return Ledger.of("premises.room_past", "room-pasts", "房间变动", "Former use of rooms")
                .records("room-past", "buildingName", "roomNumber")
                .ofInstitution()
                .columns(
                        via("room", "buildingCode", "buildingCode", "建筑编码", "Building code")
                                .needed()
                                .tucked(),
                        via("room", "buildingName", "buildingName", "建筑", "Building")
                                .alias("建筑名称", "楼栋", "楼栋名称", "楼座"),
                        via("room", "number", "roomNumber", "房间号", "Room").needed(),
                        InstitutionColumns.code("原使用单位编码"),
                        InstitutionColumns.name("原使用单位"),
                        code("use", "room-use", "原用途", "Use", L2).needed(),
                        decimal("usableArea", "原使用面积", "Usable area", "m²", 2, L2)
                                .needed()
                                .within(0.01, 100_000))
                .pastOf("premises.room", "room")
                .keyedBy("buildingCode", "roomNumber", "endsOn")
                .refers("room", "premises.room", true, "buildingCode", "roomNumber");
    }

    private static Ledger occupancies() {
        return Ledger.of("premises.occupancy", "occupancies", "房间使用", "Occupancy")
                .records("occupancy", "buildingName", "roomNumber", "personName", "departmentName")
                .ofInstitutionOf("room")
                .columns(
                        via("room", "buildingCode", "buildingCode", "建筑编码", "Building code")
                                .needed()
                                .tucked()
                                .alias("楼栋编码", "楼座编码", "房屋编码"),
                        via("room", "buildingName", "buildingName", "建筑", "Building")
                                .alias("建筑名称", "楼栋", "楼栋名称", "楼座"),
                        via("room", "number", "roomNumber", "房间号", "Room")
                                .needed()
                                .alias("房号", "房间编号"),
                        via("room", "usableArea", "roomArea", "使用面积", "Usable area"),
                        via("person", "code", "personCode", "人员编号", "Person code")
                                .tucked()
                                .alias("工号", "职工编号"),
                        via("person", "name", "personName", "使用人", "Occupant").alias("姓名", "使用人姓名"),
                        via("person", "rank", "personRank", "职级", "Rank"),
                        via("department", "institutionCode", "institutionCode", "部门所属单位编码", "Department's institution")
                                .tucked()
                                .alias(InstitutionColumns.codes()),
                        via("department", "code", "departmentCode", "使用部门编码", "Department code")
                                .tucked()
                                .alias("部门编码"),
                        via("department", "name", "departmentName", "使用部门", "Department")
                                .alias("部门", "部门名称"),
                        date("startsOn", "起始日期", "From", L2).needed().sorted().alias("启用日期", "开始日期"),
                        date("endsOn", "截止日期", "Until", L2).alias("腾退日期", "结束日期"),
                        text("approvalNo", "批准文号", "Approval no.", L2),
                        text("note", "备注", "Note", L2).tucked())
                .whenMerged(Rehoming.goes("endsOn"))
                .keyedBy("buildingCode", "roomNumber", "personCode", "departmentCode", "startsOn")
                .refers("room", "premises.room", true, "buildingCode", "roomNumber")
                .refers("person", "organization.person", false, "personCode")
                .refers("department", "organization.department", false, "institutionCode", "departmentCode")
                .checks(
                        Check.order("startsOn", "endsOn"),
                        new Check(
                                "personCode",
                                true,
                                "num_nonnulls(w.person_id, w.department_id) <> 1",
                                new Label("使用人与使用部门须填且只填一项", "state either a person or a department")))
                .checks(Check.alone(
                        "personCode",
                        "true",
                        "此人已在同一房间、时间重叠",
                        "is already placed in this room then",
                        "room_id",
                        "person_id"));
    }
}
