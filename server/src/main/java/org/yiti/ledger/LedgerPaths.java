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

    /** By the name that stands for it in code and in the list of ledgers, such as {@code premises.room}. */
    public Ledger named(String name) {
        return ledgers.all().stream()
                .filter(ledger -> ledger.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new Refused(LedgerRefusal.LEDGER_NOT_FOUND, Map.of("ledger", name)));
    }
}
