package org.yiti.assets;

import static org.yiti.kernel.ledger.Column.decimal;
import static org.yiti.kernel.ledger.Column.integer;
import static org.yiti.kernel.ledger.Column.via;
import static org.yiti.kernel.ledger.Grade.L2;

import org.yiti.kernel.ledger.Ledger;

/** How many hours of a year a large thing was used, by its owner and by others. */
final class UsageLedger {

    private UsageLedger() {}

    static Ledger usages() {
        return Ledger.of("assets.asset_usage", "usages", "大型设备使用", "Use of large equipment")
                .ofInstitutionOf("asset")
                .records("asset-usage", "assetName", "year")
                .columns(
                        via("asset", "cardNo", "cardNo", "资产编号", "Asset no.").needed(),
                        via("asset", "name", "assetName", "资产名称", "Asset"),
                        via("asset", "institutionName", "institutionName", "单位名称", "Institution"),
                        integer("year", "年度", "Year", L2)
                                .needed()
                                .within(2_021, 2_100)
                                .sorted(),
                        decimal("availableHours", "可用机时", "Hours available", "小时", 1, L2)
                                .needed()
                                .within(0, 8_784),
                        decimal("usedHours", "使用机时", "Hours used", "小时", 1, L2)
                                .needed()
                                .within(0, 8_784),
                        decimal("sharedHours", "其中共享机时", "Of which by others", "小时", 1, L2)
                                .within(0, 8_784)
                                .tucked())
                .keyedBy("cardNo", "year")
                .refers("asset", "assets.asset", true, "cardNo");
    }
}
