package org.yiti.energy;

import static org.yiti.energy.EnergyLedgers.institutionCode;
import static org.yiti.energy.EnergyLedgers.institutionName;
import static org.yiti.energy.EnergyLedgers.year;
import static org.yiti.kernel.ledger.Column.code;
import static org.yiti.kernel.ledger.Column.date;
import static org.yiti.kernel.ledger.Column.decimal;
import static org.yiti.kernel.ledger.Column.integer;
import static org.yiti.kernel.ledger.Column.text;
import static org.yiti.kernel.ledger.Column.yesNo;
import static org.yiti.kernel.ledger.Grade.L2;

import java.util.List;
import org.yiti.kernel.ledger.Check;
import org.yiti.kernel.ledger.Column;
import org.yiti.kernel.ledger.Ledger;
import org.yiti.kernel.ledger.Rehoming;

/** The ledgers of what an institution does to save energy and water: audits, purchases, orders, reviews, plans. */
final class DutyLedgers {

    private DutyLedgers() {}

    static List<Ledger> all() {
        return List.of(audits(), purchases(), rectifications(), reviews(), waterPlans(), publicities());
    }

    private static Column quarter() {
        return integer("quarter", "季度", "Quarter", L2).needed().within(1, 4);
    }

    private static Ledger audits() {
        return Ledger.of("energy.energy_audit", "audits", "能源审计", "Energy audits")
                .records("energy-audit", "institutionName", "doneOn")
                .ofInstitution()
                .columns(
                        institutionCode(),
                        institutionName(),
                        date("doneOn", "审计日期", "Audited", L2).needed().sorted(),
                        text("auditor", "审计机构", "Auditor", L2).needed().upTo(120),
                        text("actions", "整改要求", "Actions", L2).upTo(2000),
                        date("actBy", "整改期限", "Act by", L2),
                        date("actedOn", "整改完成日期", "Acted", L2),
                        date("nextBy", "下次审计期限", "Next by", L2))
                .keyedBy("institutionCode", "doneOn")
                .checks(Check.order("doneOn", "actedOn"));
    }

    private static Ledger purchases() {
        return Ledger.of("energy.energy_purchase", "purchases", "用能产品采购", "Purchases of energy-using products")
                .records("energy-purchase", "product", "contractNo")
                .ofInstitution()
                .columns(
                        text("contractNo", "合同编号", "Contract no.", L2).needed().upTo(60),
                        institutionCode(),
                        institutionName(),
                        text("product", "产品名称", "Product", L2).needed().upTo(120),
                        code("duty", "purchase-duty", "采购要求", "Duty", L2).needed(),
                        text("certificateNo", "节能产品认证证书号", "Certificate no.", L2)
                                .upTo(80)
                                .alias("认证证书号"),
                        yesNo("eliminated", "属于淘汰产品", "Eliminated product", L2).tucked(),
                        integer("quantity", "数量", "Quantity", L2).within(1, 1_000_000),
                        decimal("amount", "金额", "Amount", "元", 2, L2).within(0, 1e11),
                        date("boughtOn", "采购日期", "Bought", L2).needed().sorted())
                .keyedBy("institutionCode", "contractNo", "product");
    }

    private static Ledger rectifications() {
        return Ledger.of("energy.rectification", "rectifications", "节能整改意见书", "Orders to save energy")
                .records("rectification", "institutionName", "noticeNo")
                .ofInstitution()
                .columns(
                        text("noticeNo", "意见书编号", "Notice no.", L2).needed().upTo(60),
                        institutionCode(),
                        institutionName(),
                        date("issuedOn", "下达日期", "Issued", L2).needed().sorted(),
                        text("demands", "整改要求", "Demands", L2).needed().upTo(2000),
                        date("dueOn", "整改期限", "Due", L2).needed(),
                        date("doneOn", "整改完成日期", "Done", L2))
                .whenMerged(Rehoming.goes("doneOn"))
                .keyedBy("institutionCode", "noticeNo")
                .checks(Check.order("issuedOn", "dueOn"));
    }

    private static Ledger reviews() {
        return Ledger.of("energy.saving_review", "saving-reviews", "节约型机关评价", "Reviews of saving")
                .records("saving-review", "institutionName", "year")
                .ofInstitution()
                .columns(
                        institutionCode(),
                        institutionName(),
                        year(),
                        yesNo("targetsMet", "目标管理符合", "Targets met", L2),
                        decimal("score", "运行管理得分", "Score", "分", 2, L2).within(0, 100),
                        date("reviewedOn", "评价日期", "Reviewed", L2))
                .keyedBy("institutionCode", "year");
    }

    private static Ledger waterPlans() {
        return Ledger.of("energy.water_plan", "water-plans", "计划用水", "Water plans")
                .records("water-plan", "institutionName", "year", "quarter")
                .ofInstitution()
                .columns(
                        institutionCode(),
                        institutionName(),
                        year(),
                        quarter(),
                        decimal("amount", "计划用水量", "Planned", "m³", 2, L2)
                                .needed()
                                .within(0.01, 1e9),
                        text("documentNo", "下达文号", "Document no.", L2))
                .keyedBy("institutionCode", "year", "quarter");
    }

    private static Ledger publicities() {
        return Ledger.of("energy.energy_publicity", "publicities", "用能公示", "Consumption made known")
                .records("energy-publicity", "institutionName", "year", "quarter")
                .ofInstitution()
                .noted("年度、季度填所公示数据的年度、季度", "Year and quarter are those of the figures")
                .columns(
                        institutionCode(),
                        institutionName(),
                        year(),
                        quarter(),
                        date("publishedOn", "公示日期", "Published", L2).needed(),
                        text("place", "公示方式", "Where", L2).upTo(120))
                .keyedBy("institutionCode", "year", "quarter");
    }
}
