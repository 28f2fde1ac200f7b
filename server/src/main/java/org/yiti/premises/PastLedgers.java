package org.yiti.premises;

import static org.yiti.kernel.ledger.Column.code;
import static org.yiti.kernel.ledger.Column.decimal;
import static org.yiti.kernel.ledger.Column.integer;
import static org.yiti.kernel.ledger.Column.text;
import static org.yiti.kernel.ledger.Column.via;
import static org.yiti.kernel.ledger.Grade.L2;

import java.util.List;
import org.yiti.kernel.Label;
import org.yiti.kernel.ledger.Check;
import org.yiti.kernel.ledger.InstitutionColumns;
import org.yiti.kernel.ledger.Ledger;

/** The ledgers of what sites, buildings and floors were before; that of rooms is in {@link RoomLedgers}. */
final class PastLedgers {

    private PastLedgers() {}

    static List<Ledger> all() {
        return List.of(sites(), buildings(), floors());
    }

    private static Ledger sites() {
        return Ledger.of("premises.site_past", "site-pasts", "院落沿革", "Former sites")
                .records("site-past", "name")
                .ofInstitution()
                .columns(
                        via("site", "code", "siteCode", "院落编码", "Site code").needed(),
                        via("site", "name", "siteName", "现名称", "Now"),
                        text("name", "原名称", "Former name", L2).needed().upTo(120),
                        InstitutionColumns.code("原管理单位编码"),
                        InstitutionColumns.name("原管理单位"),
                        text("address", "原坐落", "Address", L2),
                        decimal("landArea", "原用地面积", "Land area", "m²", 2, L2).within(0.01, 100_000_000))
                .pastOf("premises.site", "site")
                .keyedBy("siteCode", "endsOn")
                .refers("site", "premises.site", true, "siteCode");
    }

    private static Ledger buildings() {
        return Ledger.of("premises.building_past", "building-pasts", "建筑沿革", "Former buildings")
                .records("building-past", "name")
                .ofInstitution()
                .columns(
                        via("building", "code", "buildingCode", "建筑编码", "Building code")
                                .needed(),
                        via("building", "name", "buildingName", "现名称", "Now"),
                        text("name", "原名称", "Former name", L2).needed().upTo(120),
                        InstitutionColumns.code("原单位编码"),
                        InstitutionColumns.name("原单位"),
                        via("site", "code", "siteCode", "原院落编码", "Site code")
                                .needed()
                                .tucked(),
                        via("site", "name", "siteName", "原院落", "Site"),
                        code("acquisition", "building-acquisition", "原取得方式", "Acquisition", L2)
                                .needed(),
                        text("titleHolder", "原权属人", "Title holder", L2).upTo(120),
                        code("titleStatus", "title-status", "原权属登记状态", "Title status", L2)
                                .needed(),
                        text("certificateNo", "原权证号", "Certificate no.", L2)
                                .upTo(80)
                                .tucked(),
                        decimal("buildingArea", "原建筑面积", "Building area", "m²", 2, L2)
                                .needed()
                                .within(0.01, 10_000_000),
                        decimal("usableArea", "原使用面积", "Usable area", "m²", 2, L2)
                                .within(0.01, 10_000_000),
                        integer("storeys", "原地上层数", "Storeys", L2)
                                .needed()
                                .within(1, 200)
                                .tucked())
                .pastOf("premises.building", "building")
                .keyedBy("buildingCode", "endsOn")
                .refers("building", "premises.building", true, "buildingCode")
                .refers("site", "premises.site", true, "siteCode")
                .checks(new Check(
                        "usableArea",
                        true,
                        "w.usable_area > w.building_area",
                        new Label("使用面积大于建筑面积", "the usable area is larger than the building area")));
    }

    /** A floor is its building's: whose it was, the building's past tells. */
    private static Ledger floors() {
        return Ledger.of("premises.floor_past", "floor-pasts", "楼层变动", "Former floors")
                .records("floor-past", "buildingName", "floorNumber")
                .ofInstitutionOf("floor")
                .columns(
                        via("floor", "buildingCode", "buildingCode", "建筑编码", "Building code")
                                .needed(),
                        via("floor", "buildingName", "buildingName", "建筑", "Building")
                                .alias("建筑名称", "楼栋", "楼栋名称", "楼座"),
                        via("floor", "number", "floorNumber", "楼层", "Floor")
                                .needed()
                                .alias("楼层号", "层号"),
                        text("name", "原楼层名称", "Former name", L2).upTo(60),
                        decimal("usableArea", "原使用面积", "Usable area", "m²", 2, L2)
                                .within(0.01, 1_000_000))
                .pastOf("premises.floor", "floor")
                .keyedBy("buildingCode", "floorNumber", "endsOn")
                .refers("floor", "premises.floor", true, "buildingCode", "floorNumber");
    }
}
