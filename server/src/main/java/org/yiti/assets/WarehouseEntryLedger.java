package org.yiti.assets;

import static org.yiti.kernel.ledger.Column.code;
import static org.yiti.kernel.ledger.Column.date;
import static org.yiti.kernel.ledger.Column.text;
import static org.yiti.kernel.ledger.Column.via;
import static org.yiti.kernel.ledger.Column.yesNo;
import static org.yiti.kernel.ledger.Grade.L2;

import org.yiti.kernel.ledger.Check;
import org.yiti.kernel.ledger.Ledger;

/** What came into the shared warehouse, from where, and when it left. */
final class WarehouseEntryLedger {

    private WarehouseEntryLedger() {}

    static Ledger warehouseEntries() {
        return Ledger.of("assets.warehouse_entry", "warehouse-entries", "公物仓入仓", "Entries into the shared warehouse")
                .ofInstitutionOf("asset")
                .records("warehouse-entry", "assetName")
                .columns(
                        via("asset", "cardNo", "cardNo", "资产编号", "Asset no.").needed(),
                        via("asset", "name", "assetName", "资产名称", "Asset"),
                        via("asset", "institutionName", "institutionName", "单位名称", "Institution"),
                        date("enteredOn", "入仓日期", "Entered", L2).needed().sorted(),
                        code("cameFrom", "warehouse-origin", "来源", "From", L2).needed(),
                        text("warehouse", "仓库", "Warehouse", L2).upTo(120),
                        yesNo("virtual", "虚拟仓", "Virtual", L2).tucked(),
                        code("condition", "asset-condition", "品相", "Condition", L2)
                                .needed(),
                        date("leftOn", "出仓日期", "Left", L2))
                .keyedBy("cardNo", "enteredOn")
                .refers("asset", "assets.asset", true, "cardNo")
                .checks(Check.order("enteredOn", "leftOn"));
    }
}
