package org.yiti.premises;

import static org.yiti.kernel.ledger.Column.code;
import static org.yiti.kernel.ledger.Column.date;
import static org.yiti.kernel.ledger.Column.decimal;
import static org.yiti.kernel.ledger.Column.integer;
import static org.yiti.kernel.ledger.Column.month;
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

/** The ledgers of office premises. Who sits in which room is in {@link RoomLedgers}; what was before, in {@link PastLedgers}. */
@Component
class PremisesLedgers implements LedgerBook {

    @Override
    public List<Ledger> ledgers() {
        var all = new ArrayList<>(List.of(sites(), buildings(), floors()));
        all.addAll(PastLedgers.all());
        all.addAll(RoomLedgers.all());
        all.addAll(List.of(leases(), useAgreements(), serviceCharges()));
        all.addAll(ProjectLedgers.all());
        all.addAll(OversightLedgers.all());
        all.add(FileHandoverLedger.fileHandovers());
        return all;
    }

    static Column institutionCode() {
        return InstitutionColumns.code();
    }

    static Column institutionName() {
        return InstitutionColumns.name();
    }

    static Column buildingCode() {
        return via("building", "code", "buildingCode", "建筑编码", "Building code").alias("楼栋编码", "楼座编码", "房屋编码");
    }

    private static Ledger sites() {
        return Ledger.of("premises.site", "sites", "院落", "Sites")
                .ofInstitution()
                .objects("site", "name")
                .sharedByAll()
                .columns(
                        text("code", "院落编码", "Code", L2).needed().upTo(40).sorted(),
                        text("name", "院落名称", "Name", L2).needed().upTo(120),
                        InstitutionColumns.code("单位编码", "管理单位编码"),
                        institutionName(),
                        text("address", "坐落", "Address", L2).alias("地址"),
                        decimal("landArea", "用地面积", "Land area", "m²", 2, L2)
                                .within(0.01, 100_000_000)
                                .alias("占地面积"),
                        decimal("longitude", "经度", "Longitude", "°", 6, L2)
                                .within(-180, 180)
                                .tucked(),
                        decimal("latitude", "纬度", "Latitude", "°", 6, L2)
                                .within(-90, 90)
                                .tucked())
                .whenMerged(Rehoming.goes())
                .keyedBy("code")
                .dated("premises.site_past", "site", "institution", "name", "address", "landArea");
    }

    private static Ledger buildings() {
        return Ledger.of("premises.building", "buildings", "建筑", "Buildings")
                .ofInstitution()
                .objects("building", "name")
                .sharedByAll()
                .searchedBy("name", "code", "certificateNo")
                .columns(
                        text("code", "建筑编码", "Code", L2)
                                .needed()
                                .upTo(40)
                                .sorted()
                                .alias("楼栋编码", "楼座编码", "房屋编码"),
                        text("name", "建筑名称", "Name", L2)
                                .needed()
                                .upTo(120)
                                .alias("楼栋名称", "楼座名称", "房屋名称", "楼名", "楼栋", "楼宇名称"),
                        InstitutionColumns.code("单位编码", "使用单位编码"),
                        institutionName(),
                        via("site", "code", "siteCode", "院落编码", "Site code")
                                .needed()
                                .tucked(),
                        via("site", "name", "siteName", "院落", "Site"),
                        code("acquisition", "building-acquisition", "取得方式", "Acquisition", L2)
                                .needed(),
                        text("titleHolder", "权属人", "Title holder", L2).upTo(120).alias("产权人", "权利人", "所有权人"),
                        code("titleStatus", "title-status", "权属登记状态", "Title status", L2)
                                .needed()
                                .alias("权属登记情况"),
                        text("certificateNo", "权证号", "Certificate no.", L2)
                                .upTo(80)
                                .tucked()
                                .alias("房产证号", "不动产权证号", "产权证号"),
                        date("builtOn", "建成时间", "Built", L2).tucked().alias("建成日期", "竣工日期"),
                        decimal("buildingArea", "建筑面积", "Building area", "m²", 2, L2)
                                .needed()
                                .within(0.01, 10_000_000)
                                .alias("总建筑面积"),
                        decimal("usableArea", "使用面积", "Usable area", "m²", 2, L2)
                                .within(0.01, 10_000_000),
                        integer("storeys", "地上层数", "Storeys", L2)
                                .needed()
                                .within(1, 200)
                                .alias("层数"),
                        integer("storeysBelow", "地下层数", "Storeys below ground", L2)
                                .within(0, 10)
                                .tucked(),
                        yesNo("highRise", "是否高层", "High-rise", L2).tucked().alias("高层"))
                .whenMerged(Rehoming.goes())
                .keyedBy("code")
                .refers("site", "premises.site", true, "siteCode")
                .checks(new Check(
                        "usableArea",
                        true,
                        "w.usable_area > w.building_area",
                        new Label("使用面积大于建筑面积", "the usable area is larger than the building area")))
                .dated(
                        "premises.building_past",
                        "building",
                        "institution",
                        "site",
                        "name",
                        "acquisition",
                        "titleHolder",
                        "titleStatus",
                        "certificateNo",
                        "buildingArea",
                        "usableArea",
                        "storeys");
    }

    private static Ledger floors() {
        return Ledger.of("premises.floor", "floors", "楼层", "Floors")
                .ofInstitutionOf("building")
                .objects("floor", "number")
                .sharedByAll()
                .columns(
                        buildingCode().needed(),
                        via("building", "name", "buildingName", "建筑", "Building")
                                .alias("建筑名称", "楼栋", "楼栋名称", "楼座"),
                        integer("number", "楼层", "Floor", L2)
                                .needed()
                                .within(-10, 200)
                                .sorted()
                                .titled(PremisesLedgers::floor)
                                .alias("楼层号", "层号")
                                .noted("地下层用负数，如 -1", "Below ground is negative, such as -1"),
                        text("name", "楼层名称", "Name", L2).upTo(60),
                        decimal("usableArea", "使用面积", "Usable area", "m²", 2, L2)
                                .within(0.01, 1_000_000))
                .whenMerged(Rehoming.goes())
                .keyedBy("buildingCode", "number")
                .refers("building", "premises.building", true, "buildingCode")
                .dated("premises.floor_past", "floor", "name", "usableArea");
    }

    private static Label floor(Object number) {
        var n = ((Number) number).intValue();
        return n < 0 ? new Label("地下" + -n + "层", "B" + -n) : new Label(n + "层", "Floor " + n);
    }

    private static Ledger leases() {
        return Ledger.of("premises.lease", "leases", "租赁", "Leases")
                .records("lease", "contractNo")
                .ofInstitution()
                .columns(
                        text("contractNo", "合同编号", "Contract no.", L2)
                                .needed()
                                .upTo(60)
                                .sorted(),
                        institutionCode(),
                        institutionName(),
                        code("direction", "lease-direction", "租赁方向", "Direction", L2)
                                .needed()
                                .alias("租入租出", "租赁类型", "租赁方式", "方向"),
                        buildingCode().tucked(),
                        via("building", "name", "buildingName", "建筑", "Building")
                                .alias("建筑名称", "楼栋", "楼栋名称", "楼座")
                                .tucked(),
                        text("place", "房屋坐落", "Place", L2).needed().alias("坐落", "房屋地址"),
                        text("counterparty", "对方名称", "Counterparty", L2)
                                .needed()
                                .upTo(120),
                        code("counterpartyKind", "counterparty-kind", "对方性质", "Counterparty kind", L2)
                                .needed()
                                .tucked(),
                        decimal("area", "合同面积", "Area", "m²", 2, L2)
                                .needed()
                                .within(0.01, 10_000_000)
                                .alias("租赁面积"),
                        decimal("approvedArea", "批准面积", "Approved area", "m²", 2, L2)
                                .within(0, 10_000_000),
                        decimal("rentPerYear", "年租金", "Rent", "元/年", 2, L2)
                                .needed()
                                .within(0, 1e12)
                                .alias("租金"),
                        text("reallocationFinding", "调剂置换核查文号", "Reallocation finding", L2)
                                .tucked()
                                .noted(
                                        "租入前查明没有合适的调剂、置换房源",
                                        "that neither reallocation nor exchange could meet the need"),
                        text("approvalNo", "租用批准文号", "Lease approval no.", L2).alias("批准文号"),
                        date("approvedOn", "租用批准日期", "Lease approved", L2).tucked(),
                        text("disposalNo", "处置利用批准文号", "Disposal approval no.", L2),
                        date("startsOn", "起租日期", "From", L2).needed().alias("开始日期", "起始日期", "租期起"),
                        date("endsOn", "到期日期", "Until", L2).alias("结束日期", "终止日期", "租期止"))
                .whenMerged(Rehoming.goes("endsOn"))
                .keyedBy("institutionCode", "contractNo")
                .refers("building", "premises.building", false, "buildingCode")
                .checks(Check.order("startsOn", "endsOn"));
    }

    private static Ledger useAgreements() {
        return Ledger.of("premises.use_agreement", "use-agreements", "使用协议", "Use agreements")
                .records("use-agreement", "agreementNo")
                .ofInstitution()
                .columns(
                        text("agreementNo", "协议编号", "Agreement no.", L2)
                                .needed()
                                .upTo(60)
                                .sorted(),
                        institutionCode(),
                        institutionName(),
                        buildingCode().needed().tucked(),
                        via("building", "name", "buildingName", "建筑", "Building")
                                .alias("建筑名称", "楼栋", "楼栋名称", "楼座"),
                        text("certificateNo", "分配使用凭证号", "Certificate no.", L2).upTo(60),
                        decimal("area", "核定面积", "Agreed area", "m²", 2, L2)
                                .needed()
                                .within(0.01, 10_000_000),
                        date("startsOn", "生效日期", "From", L2).needed(),
                        date("endsOn", "到期日期", "Until", L2))
                .whenMerged(Rehoming.goes("endsOn"))
                .keyedBy("institutionCode", "agreementNo")
                .refers("building", "premises.building", true, "buildingCode")
                .checks(Check.order("startsOn", "endsOn"));
    }

    private static Ledger serviceCharges() {
        return Ledger.of("premises.service_charge", "service-charges", "物业服务费", "Service charges")
                .records("service-charge", "institutionName", "month")
                .ofInstitution()
                .numerous()
                .columns(
                        institutionCode(),
                        institutionName(),
                        buildingCode().needed().tucked(),
                        via("building", "name", "buildingName", "建筑", "Building")
                                .alias("建筑名称", "楼栋", "楼栋名称", "楼座"),
                        month("month", "月份", "Month", L2).needed().sorted(),
                        code("kind", "service-charge-kind", "费用类别", "Kind", L2).needed(),
                        decimal("amount", "金额", "Amount", "元", 2, L2).needed().within(-1e10, 1e10),
                        text("supplier", "供应商", "Supplier", L2).upTo(120))
                .keyedBy("institutionCode", "buildingCode", "month", "kind")
                .refers("building", "premises.building", true, "buildingCode");
    }
}
