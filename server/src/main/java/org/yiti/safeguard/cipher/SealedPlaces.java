package org.yiti.safeguard.cipher;

import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.yiti.identity.AccountSecrets;
import org.yiti.kernel.ledger.Column;
import org.yiti.kernel.ledger.Ledgers;

/** Every column whose values are encrypted. */
@Component
class SealedPlaces {

    private final Ledgers ledgers;
    private final ObjectProvider<AccountSecrets.Column> secrets;

    SealedPlaces(Ledgers ledgers, ObjectProvider<AccountSecrets.Column> secrets) {
        this.ledgers = ledgers;
        this.secrets = secrets;
    }

    Stream<SealedPlace> all() {
        return Stream.concat(
                ofAccounts(),
                ledgers.all().stream()
                        .flatMap(ledger -> ledger.own().stream()
                                .filter(Column::isSealed)
                                .map(column -> new SealedPlace(ledger.name(), column.db(), false))));
    }

    Stream<SealedPlace> ofAccounts() {
        return secrets.stream().map(column -> new SealedPlace(column.table(), column.name(), true));
    }
}
