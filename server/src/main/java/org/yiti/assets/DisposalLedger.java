package org.yiti.assets;

import static org.yiti.kernel.ledger.Column.code;
import static org.yiti.kernel.ledger.Column.date;
import static org.yiti.kernel.ledger.Column.text;
import static org.yiti.kernel.ledger.Column.via;
import static org.yiti.kernel.ledger.Column.yesNo;
import static org.yiti.kernel.ledger.Grade.L2;

import org.yiti.kernel.ledger.Ledger;

/** How a thing was given up, by whose decision. */
final class DisposalLedger {

    private DisposalLedger() {}

    static Ledger disposals() {
        return Ledger.of("assets.asset_disposal", "disposals", "资产处置", "Disposals of assets")
                .ofInstitutionOf("asset")
                .records("asset-disposal", "assetName")
                .columns(
                        via("asset", "cardNo", "cardNo", "资产编号", "Asset no.").needed(),
                        via("asset", "name", "assetName", "资产名称", "Asset"),
                        via("asset", "institutionName", "institutionName", "单位名称", "Institution"),
                        date("disposedOn", "处置日期", "Disposed", L2).needed().sorted(),
                        code("kind", "asset-disposal-kind", "处置方式", "Kind", L2).needed(),
                        text("decisionNo", "集体决策文号", "Decision no.", L2).upTo(80),
                        text("approvalNo", "审批文号", "Approval no.", L2).upTo(80),
                        date("approvedOn", "审批日期", "Approved", L2).tucked(),
                        code("approver", "disposal-approver", "审批机关", "Approved by", L2)
                                .tucked(),
                        text("damageReportNo", "损坏鉴定文号", "Damage report no.", L2)
                                .upTo(80)
                                .tucked(),
                        text("appraisalNo", "评估报告文号", "Appraisal no.", L2)
                                .upTo(80)
                                .tucked(),
                        yesNo("platform", "通过公共资源交易平台", "On the public trading platform", L2)
                                .tucked(),
                        date("writtenOffOn", "核销日期", "Written off", L2).tucked())
                .keyedBy("cardNo")
                .refers("asset", "assets.asset", true, "cardNo");
    }
}
