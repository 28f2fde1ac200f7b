package org.yiti.assets;

import static org.yiti.kernel.ledger.Column.code;
import static org.yiti.kernel.ledger.Column.date;
import static org.yiti.kernel.ledger.Column.decimal;
import static org.yiti.kernel.ledger.Column.integer;
import static org.yiti.kernel.ledger.Column.text;
import static org.yiti.kernel.ledger.Grade.L2;

import org.yiti.kernel.ledger.InstitutionColumns;
import org.yiti.kernel.ledger.Ledger;

/** What was counted, against the ledger and against the accounts. */
final class StocktakeLedger {

    private StocktakeLedger() {}

    static Ledger stocktakes() {
        return Ledger.of("assets.stocktake", "stocktakes", "资产盘点", "Stocktakes")
                .ofInstitution()
                .records("stocktake", "institutionName", "takenOn")
                .columns(
                        InstitutionColumns.code(),
                        InstitutionColumns.name(),
                        date("takenOn", "盘点日期", "Date", L2).needed().sorted(),
                        code("kind", "stocktake-kind", "盘点类别", "Kind", L2).needed(),
                        integer("bookCount", "账面数量", "In the ledger", L2)
                                .needed()
                                .within(0, 10_000_000),
                        integer("foundCount", "实盘数量", "Found", L2).needed().within(0, 10_000_000),
                        decimal("bookValue", "台账原值", "Value in the ledger", "元", 2, L2)
                                .within(0, 1_000_000_000),
                        decimal("accountValue", "会计账原值", "Value in the accounts", "元", 2, L2)
                                .within(0, 1_000_000_000),
                        date("settledOn", "差异处理日期", "Differences settled", L2).tucked(),
                        text("documentNo", "盘点报告文号", "Report no.", L2).upTo(80).tucked())
                .keyedBy("institutionCode", "takenOn");
    }
}
