package org.yiti.funds;

import static org.yiti.kernel.ledger.Column.code;
import static org.yiti.kernel.ledger.Column.date;
import static org.yiti.kernel.ledger.Column.decimal;
import static org.yiti.kernel.ledger.Column.integer;
import static org.yiti.kernel.ledger.Column.text;
import static org.yiti.kernel.ledger.Column.via;
import static org.yiti.kernel.ledger.Column.yesNo;
import static org.yiti.kernel.ledger.Grade.L2;

import org.yiti.kernel.ledger.Check;
import org.yiti.kernel.ledger.InstitutionColumns;
import org.yiti.kernel.ledger.Ledger;
import org.yiti.kernel.ledger.Rehoming;

/** What was bought of whom, in what way, with all days the law counts. */
final class ContractLedger {

    private ContractLedger() {}

    static Ledger contracts() {
        return Ledger.of("funds.contract", "contracts", "政府采购合同", "Procurement contracts")
                .ofInstitution()
                .objects("contract", "name")
                .searchedBy("contractNo", "name", "supplier")
                .columns(
                        text("contractNo", "合同编号", "Contract no.", L2)
                                .needed()
                                .upTo(80)
                                .sorted(),
                        text("name", "合同名称", "Name", L2).needed(),
                        InstitutionColumns.code(),
                        InstitutionColumns.name(),
                        via("base", "contractNo", "baseNo", "原合同编号", "Original contract no.")
                                .tucked()
                                .noted("补充合同填写", "of a supplement"),
                        text("supplier", "供应商", "Supplier", L2)
                                .needed()
                                .upTo(120)
                                .alias("供应商名称", "中标供应商", "中标单位", "乙方"),
                        code("supplierSize", "enterprise-size", "供应商类型", "Size of the supplier", L2)
                                .tucked()
                                .alias("企业类型", "企业规模"),
                        code("category", "procurement-category", "品目类别", "Category", L2)
                                .needed()
                                .alias("采购类别"),
                        text("budgetItem", "预算项目", "Budget item", L2).upTo(80).tucked(),
                        code("method", "procurement-method", "采购方式", "Method", L2)
                                .needed(),
                        yesNo("inCatalogue", "集中采购目录内", "In the central catalogue", L2)
                                .tucked(),
                        decimal("amount", "合同金额", "Amount", "元", 2, L2)
                                .needed()
                                .within(0, 1_000_000_000)
                                .alias("合同价", "合同总价", "合同价款"),
                        date("noticeFrom", "单一来源公示开始", "Notice from", L2).tucked(),
                        date("noticeTo", "单一来源公示结束", "Notice until", L2).tucked(),
                        date("awardedOn", "中标、成交通知书日期", "Award", L2).tucked().alias("中标日期", "成交日期", "中标通知书日期"),
                        date("signedOn", "签订日期", "Signed", L2).needed().sorted().alias("合同签订日期"),
                        date("announcedOn", "合同公告日期", "Announced", L2).tucked().alias("公告日期"),
                        date("filedOn", "备案日期", "Filed", L2).tucked(),
                        date("startsOn", "合同起始", "From", L2).tucked(),
                        date("endsOn", "合同截止", "Until", L2).tucked(),
                        integer("payDays", "约定付款天数", "Days to pay", L2)
                                .within(0, 3_650)
                                .tucked())
                .whenMerged(Rehoming.goes("endsOn"))
                .keyedBy("contractNo")
                .refers("base", "funds.contract", false, "baseNo")
                .checks(Check.order("startsOn", "endsOn"), Check.order("noticeFrom", "noticeTo"));
    }
}
