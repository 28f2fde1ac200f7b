package org.yiti.safeguard.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** What was told in the transaction under way. Goes aside with it when another begins within, and is gone with it. */
final class Gathered implements TransactionSynchronization {

    private final List<Draft> drafts = new ArrayList<>();

    static void add(Draft draft) {
        find().orElseGet(Gathered::begin).drafts.add(draft);
    }

    static List<Draft> all() {
        return find().map(gathered -> List.copyOf(gathered.drafts)).orElse(List.of());
    }

    private static Optional<Gathered> find() {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            return Optional.empty();
        }
        return TransactionSynchronizationManager.getSynchronizations().stream()
                .filter(Gathered.class::isInstance)
                .map(Gathered.class::cast)
                .findFirst();
    }

    private static Gathered begin() {
        var gathered = new Gathered();
        TransactionSynchronizationManager.registerSynchronization(gathered);
        return gathered;
    }
}
