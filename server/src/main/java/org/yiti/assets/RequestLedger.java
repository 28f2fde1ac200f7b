package org.yiti.assets;

import static org.yiti.kernel.ledger.Column.code;
import static org.yiti.kernel.ledger.Column.date;
import static org.yiti.kernel.ledger.Column.decimal;
import static org.yiti.kernel.ledger.Column.integer;
import static org.yiti.kernel.ledger.Column.text;
import static org.yiti.kernel.ledger.Column.yesNo;
import static org.yiti.kernel.ledger.Grade.L2;

import org.yiti.kernel.ledger.InstitutionColumns;
import org.yiti.kernel.ledger.Ledger;
import org.yiti.law.Gate;

/** What an institution asks for, and whether it was looked for among what there is. */
final class RequestLedger {

    private RequestLedger() {}

    static Ledger requests() {
        return Ledger.of("assets.request", "requests", "资产配置申请", "Requests for assets")
                .ofInstitution()
                .records("asset-request", "requestNo")
                .columns(
                        text("requestNo", "申请单号", "Request no.", L2).needed().upTo(60),
                        InstitutionColumns.code(),
                        InstitutionColumns.name(),
                        date("requestedOn", "申请日期", "Requested", L2).needed().sorted(),
                        code("mode", "request-mode", "配置方式", "Mode", L2).needed(),
                        code("category", "asset-category", "配置标准类别", "Class of the standard", L2)
                                .needed(),
                        code("tier", "furniture-tier", "适用级别", "Tier", L2).tucked(),
                        integer("quantity", "数量", "Quantity", L2).needed().within(1, 100_000),
                        decimal("unitPrice", "单价", "Price of one", "元", 2, L2).within(0, 1_000_000_000),
                        yesNo("searched", "已查询公物仓", "Warehouse searched", L2),
                        text("whyNot", "不能调剂的理由", "Why nothing there will do", L2)
                                .upTo(400)
                                .tucked(),
                        text("specialApprovalNo", "超标准配置批准文号", "Approval above the standard", L2)
                                .upTo(80)
                                .tucked(),
                        code("status", "request-status", "状态", "Status", L2))
                .keyedBy("requestNo")
                .checks(Gate.most(
                        "unitPrice",
                        "asset-price-cap",
                        "w.requested_on",
                        "w.mode <> 'PURCHASE' or trim(w.special_approval_no) <> ''",
                        "w.category",
                        "coalesce(w.tier, 'DIVISION')"));
    }
}
