package org.yiti.assets;

import static org.yiti.kernel.ledger.Column.code;
import static org.yiti.kernel.ledger.Column.date;
import static org.yiti.kernel.ledger.Column.decimal;
import static org.yiti.kernel.ledger.Column.integer;
import static org.yiti.kernel.ledger.Column.text;
import static org.yiti.kernel.ledger.Column.yesNo;
import static org.yiti.kernel.ledger.Grade.L2;

import org.yiti.kernel.Label;
import org.yiti.kernel.ledger.Check;
import org.yiti.kernel.ledger.InstitutionColumns;
import org.yiti.kernel.ledger.Ledger;
import org.yiti.law.Gate;

/** What an institution asks for, and whether it was looked for among what there is. */
final class RequestLedger {

    /** What was decided is history: it is judged by the rules, and no gate keeps it out of the books. */
    private static final String ASKED = "coalesce(w.status, 'ASKED') = 'ASKED'";

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
                        integer("replacing", "其中更新件数", "Of these in the place of old ones", L2)
                                .within(0, 100_000)
                                .tucked(),
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
                .checks(
                        Gate.most(
                                "unitPrice",
                                "asset-price-cap",
                                "w.requested_on",
                                "w.mode <> 'PURCHASE' or trim(w.special_approval_no) <> ''",
                                "w.category",
                                "coalesce(w.tier, 'DIVISION')"),
                        tooMany(),
                        warehouseFirst(),
                        new Check(
                                "replacing",
                                true,
                                "w.replacing > w.quantity",
                                new Label("多于申请数量", "is more than is asked for")));
    }

    /** What is held, what comes and what goes for it, against what the standard allows so many people. */
    private static Check tooMany() {
        var left = "assets.room_left(w.institution_id, w.category, w.requested_on) s";
        return new Check(
                "quantity",
                true,
                "w.mode = 'PURCHASE' and " + ASKED + " and trim(coalesce(w.special_approval_no, '')) = ''"
                        + " and exists (select from " + left
                        + " where s.held + w.quantity - coalesce(w.replacing, 0) > s.most and w.quantity > coalesce(w.replacing, 0))",
                new Label(
                        "超过数量标准：' || (select '编制内 ' || s.headcount || ' 人最多 ' || trim_scale(s.most) || ' 件，已有 ' || s.held || ' 件（' || s.clause || '）' from "
                                + left + ") || '",
                        "is above the standard: ' || (select 'for ' || s.headcount || ' established staff ' || trim_scale(s.most) || ' at most, and there are ' || s.held || ' (' || s.clause || ')' from "
                                + left + ") || '"));
    }

    private static Check warehouseFirst() {
        var idle = "assets.in_warehouse(w.institution_id, w.category, w.requested_on)";
        return Gate.required(
                "mode",
                "warehouse-first",
                "w.requested_on",
                "w.mode in ('PURCHASE', 'LEASE') and " + ASKED + " and trim(coalesce(w.why_not, '')) = '' and " + idle
                        + " > 0",
                "公物仓有 ' || " + idle + " || ' 件可用：请先调剂，不能调剂的写明理由",
                "comes after the shared warehouse, which has ' || " + idle
                        + " || ' of these: take them, or say why they will not do");
    }
}
