package org.yiti.assets;

import java.util.List;
import org.springframework.stereotype.Component;
import org.yiti.kernel.ledger.Ledger;
import org.yiti.kernel.ledger.LedgerBook;

/** All ledgers of assets; each is declared in a file of its own. */
@Component
class AssetLedgers implements LedgerBook {

    @Override
    public List<Ledger> ledgers() {
        return List.of(
                AssetLedger.assets(),
                BasisLedger.bases(),
                StocktakeLedger.stocktakes(),
                DisposalLedger.disposals(),
                UsageLedger.usages(),
                IncomeLedger.incomes(),
                ReportLedger.reports(),
                RequestLedger.requests(),
                WarehouseEntryLedger.warehouseEntries(),
                LoanLedger.loans());
    }
}
