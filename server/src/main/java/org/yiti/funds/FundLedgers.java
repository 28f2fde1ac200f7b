package org.yiti.funds;

import java.util.List;
import org.springframework.stereotype.Component;
import org.yiti.kernel.ledger.Ledger;
import org.yiti.kernel.ledger.LedgerBook;

/** All ledgers of funds; each is declared in a file of its own. */
@Component
class FundLedgers implements LedgerBook {

    @Override
    public List<Ledger> ledgers() {
        return List.of(
                BudgetLedger.budgets(),
                SpendingLedger.spendings(),
                PublicationLedger.publications(),
                ContractLedger.contracts(),
                PaymentLedger.payments(),
                TravelClaimLedger.travelClaims(),
                ServiceItemLedger.serviceItems(),
                ServiceRecordLedger.serviceRecords());
    }
}
