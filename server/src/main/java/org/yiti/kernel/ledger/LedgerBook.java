package org.yiti.kernel.ledger;

import java.util.List;

/** The ledgers a module keeps. */
public interface LedgerBook {
    List<Ledger> ledgers();
}
