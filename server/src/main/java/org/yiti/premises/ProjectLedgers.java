package org.yiti.premises;

import static org.yiti.kernel.ledger.Column.code;
import static org.yiti.kernel.ledger.Column.date;
import static org.yiti.kernel.ledger.Column.decimal;
import static org.yiti.kernel.ledger.Column.text;
import static org.yiti.kernel.ledger.Column.via;
import static org.yiti.kernel.ledger.Column.yesNo;
import static org.yiti.kernel.ledger.Grade.L2;
import static org.yiti.premises.PremisesLedgers.buildingCode;
import static org.yiti.premises.PremisesLedgers.institutionCode;
import static org.yiti.premises.PremisesLedgers.institutionName;

import java.util.List;
import org.yiti.kernel.ledger.Check;
import org.yiti.kernel.ledger.Column;
import org.yiti.kernel.ledger.Ledger;
import org.yiti.kernel.ledger.Rehoming;

/** The ledgers of what is built and repaired, of who looks after buildings, and of what becomes of idle ones. */
final class ProjectLedgers {

    private ProjectLedgers() {}

    static List<Ledger> all() {
        return List.of(projects(), idleDisposals(), propertyContracts());
    }

    static Column buildingName() {
        return via("building", "name", "buildingName", "建筑", "Building").alias("建筑名称", "楼栋", "楼栋名称", "楼座");
    }

    private static Column area(String name, String zh, String en) {
        return decimal(name, zh, en, "m²", 2, L2).within(0, 10_000_000);
    }

    private static Column money(String name, String zh, String en) {
        return decimal(name, zh, en, "元", 2, L2).within(0, 1e12);
    }

    private static Ledger projects() {
        return Ledger.of("premises.project", "projects", "办公用房项目", "Premises projects")
                .records("project", "name")
                .ofInstitution()
                .columns(
                        text("code", "项目编号", "Code", L2)
                                .needed()
                                .upTo(60)
                                .sorted()
                                .alias("项目代码"),
                        text("name", "项目名称", "Name", L2).needed().upTo(200),
                        institutionCode(),
                        institutionName(),
                        code("kind", "project-kind", "项目类别", "Kind", L2)
                                .needed()
                                .alias("建设性质"),
                        code("purpose", "project-purpose", "项目用途", "Purpose", L2)
                                .needed(),
                        buildingCode().tucked(),
                        buildingName(),
                        text("approvalNo", "批准文号", "Approval no.", L2).alias("批复文号"),
                        date("approvedOn", "批准日期", "Approved", L2).tucked(),
                        area("approvedArea", "批复规模", "Approved area").alias("批复面积"),
                        area("builtArea", "建成面积", "Area built").alias("实际面积"),
                        money("budget", "批复概算", "Approved budget").alias("概算"),
                        money("cost", "实际投资", "Cost").alias("完成投资"),
                        code("fundSource", "fund-source", "资金来源", "Source of funds", L2)
                                .tucked(),
                        date("startedOn", "开工日期", "Started", L2),
                        date("acceptedOn", "竣工验收日期", "Accepted", L2).alias("竣工日期", "验收日期"),
                        date("settledOn", "竣工财务决算日期", "Final accounts", L2).tucked())
                .whenMerged(Rehoming.goes("acceptedOn"))
                .keyedBy("institutionCode", "code")
                .refers("building", "premises.building", false, "buildingCode")
                .checks(Check.order("startedOn", "acceptedOn"));
    }

    private static Ledger idleDisposals() {
        return Ledger.of("premises.idle_disposal", "idle-disposals", "闲置处置利用", "What becomes of idle premises")
                .records("idle-disposal", "planNo")
                .ofInstitution()
                .noted("处置一间的填房间号，整栋处置的不填", "Give the room, or none where a whole building is meant")
                .columns(
                        text("planNo", "方案编号", "Plan no.", L2).needed().upTo(60).sorted(),
                        institutionCode(),
                        institutionName(),
                        buildingCode().needed().tucked(),
                        buildingName(),
                        via("room", "number", "roomNumber", "房间号", "Room").alias("房号", "房间编号"),
                        code("way", "idle-disposal-way", "处置方式", "Way", L2).needed(),
                        decimal("area", "面积", "Area", "m²", 2, L2).needed().within(0.01, 10_000_000),
                        text("approvalNo", "批准文号", "Approval no.", L2),
                        date("decidedOn", "决定日期", "Decided", L2).needed(),
                        date("doneOn", "完成日期", "Done", L2))
                .whenMerged(Rehoming.goes("doneOn"))
                .keyedBy("institutionCode", "planNo")
                .refers("building", "premises.building", true, "buildingCode")
                .refers("room", "premises.room", false, "buildingCode", "roomNumber")
                .checks(Check.order("decidedOn", "doneOn"));
    }

    private static Ledger propertyContracts() {
        return Ledger.of("premises.property_contract", "property-contracts", "物业服务合同", "Property contracts")
                .records("property-contract", "contractNo")
                .ofInstitution()
                .columns(
                        text("contractNo", "合同编号", "Contract no.", L2)
                                .needed()
                                .upTo(60)
                                .sorted(),
                        institutionCode(),
                        institutionName(),
                        buildingCode().tucked(),
                        buildingName(),
                        text("supplier", "物业服务企业", "Supplier", L2)
                                .needed()
                                .upTo(120)
                                .alias("供应商"),
                        decimal("amountPerYear", "年合同额", "Amount", "元/年", 2, L2).within(0, 1e10),
                        yesNo("energyClause", "载明节能管理目标和要求", "States what energy to save", L2)
                                .alias("节能条款"),
                        date("startsOn", "起始日期", "From", L2).needed(),
                        date("endsOn", "到期日期", "Until", L2))
                .whenMerged(Rehoming.goes("endsOn"))
                .keyedBy("institutionCode", "contractNo")
                .refers("building", "premises.building", false, "buildingCode")
                .checks(Check.order("startsOn", "endsOn"));
    }
}
