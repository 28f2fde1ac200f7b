package org.yiti.ledger;

import java.util.Map;
import org.springframework.stereotype.Component;
import org.yiti.kernel.Refused;
import org.yiti.kernel.ledger.Ledger;
import org.yiti.kernel.ledger.Ledgers;

/** Finds the ledger at an address. */
@Component
public class LedgerPaths {

    private final Ledgers ledgers;

    LedgerPaths(Ledgers ledgers) {
        this.ledgers = ledgers;
    }

    public Ledger get(String module, String plural) {
        return ledgers.findByPath(module + "/" + plural)
                .orElseThrow(
                        () -> new Refused(LedgerRefusal.LEDGER_NOT_FOUND, Map.of("ledger", module + "/" + plural)));
    }
}
