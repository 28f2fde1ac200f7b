package org.yiti.assets;

import static org.yiti.kernel.ledger.Column.code;
import static org.yiti.kernel.ledger.Column.date;
import static org.yiti.kernel.ledger.Column.decimal;
import static org.yiti.kernel.ledger.Column.integer;
import static org.yiti.kernel.ledger.Column.text;
import static org.yiti.kernel.ledger.Column.via;
import static org.yiti.kernel.ledger.Grade.L2;

import org.yiti.kernel.ledger.InstitutionColumns;
import org.yiti.kernel.ledger.Ledger;
import org.yiti.kernel.ledger.Rehoming;

/** What an institution owns, as its cards say: one thing each, or several alike. */
final class AssetLedger {

    private AssetLedger() {}

    static Ledger assets() {
        return Ledger.of("assets.asset", "assets", "资产卡片", "Assets")
                .ofInstitution()
                .objects("asset", "name")
                .searchedBy("cardNo", "name")
                .columns(
                        text("cardNo", "资产编号", "Asset no.", L2)
                                .needed()
                                .upTo(60)
                                .sorted(),
                        text("name", "资产名称", "Name", L2).needed().upTo(120),
                        InstitutionColumns.code(),
                        InstitutionColumns.name(),
                        text("gbCode", "GB/T 14885 分类代码", "GB/T 14885 class", L2)
                                .upTo(12)
                                .tucked(),
                        code("category", "asset-category", "配置标准类别", "Class of the standard", L2)
                                .needed()
                                .alias("资产类别", "资产分类"),
                        code("tier", "furniture-tier", "适用级别", "Tier", L2).tucked(),
                        text("model", "规格型号", "Model", L2).upTo(120).tucked(),
                        integer("quantity", "数量", "Quantity", L2)
                                .within(1, 100_000)
                                .tucked()
                                .alias("件数")
                                .noted(
                                        "一张卡片登记多件的，填件数，账面原值为合计；不填为一件",
                                        "how many things the card stands for, of which the value is that of all; one when empty"),
                        decimal("price", "账面原值", "Original value", "元", 2, L2)
                                .needed()
                                .within(0, 1_000_000_000)
                                .alias("原值", "资产原值"),
                        date("purchasedOn", "取得日期", "Acquired", L2).sorted().alias("购置日期", "购入日期"),
                        code("acquisition", "asset-acquisition", "取得方式", "How acquired", L2)
                                .tucked(),
                        code("use", "asset-use", "使用方式", "Use", L2).tucked(),
                        code("status", "asset-status", "状态", "Status", L2).alias("使用状态", "资产状态"),
                        date("idleSince", "闲置起始日期", "Idle since", L2).tucked(),
                        date("eventEndedOn", "活动或临时机构结束日期", "Event ended", L2)
                                .tucked()
                                .noted("为大型活动、临时机构配置的资产填写", "for what was bought for an event or a temporary body"),
                        via("person", "code", "personCode", "使用人编号", "User code")
                                .tucked(),
                        via("person", "name", "personName", "使用人", "User").tucked(),
                        text("place", "存放地点", "Place", L2).upTo(120).tucked(),
                        text("specialApprovalNo", "超标准配置批准文号", "Approval above the standard", L2)
                                .upTo(80)
                                .tucked(),
                        date("disposedOn", "处置日期", "Disposed", L2).tucked())
                .whenMerged(Rehoming.goes("disposedOn"))
                .keyedBy("cardNo")
                .refers("person", "organization.person", false, "personCode");
    }
}
