package org.yiti.safeguard.audit;

import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yiti.proof.tree.Frontier;

/**
 * Seals what a transaction has done: its changes of ledgers in the order of the life line, then what was told. While some
 * thousands are hashed, the database takes those before in and gives the next out.
 */
@Component
class Sealing {

    /** Fewer are hashed faster than handed over. */
    private static final int WORTH_SHARING = 512;

    private final ChangesOfTransaction changes;
    private final LogStore log;
    private final Leaves leaves = new Leaves();

    Sealing(ChangesOfTransaction changes, LogStore log) {
        this.changes = changes;
        this.log = log;
    }

    void seal(List<Draft> told) {
        var changed = changes.batches();
        if (told.isEmpty() && !changed.hasNext()) {
            return;
        }
        var grown = grow(log.lock(), changed);
        log.head(told.isEmpty() ? grown : grow(grown, List.of(Unsealed.of(told)).iterator()));
    }

    private Frontier grow(Frontier begun, Iterator<? extends Unsealed> batches) {
        @Nullable CompletableFuture<SealedBatch> ahead = null;
        while (batches.hasNext()) {
            var unsealed = batches.next();
            var before = ahead == null ? null : ahead.join();
            ahead = sealed(before == null ? begun : before.frontier(), unsealed);
            if (before != null) {
                log.append(before);
            }
        }
        if (ahead == null) {
            return begun;
        }
        var last = ahead.join();
        log.append(last);
        return last.frontier();
    }

    private CompletableFuture<SealedBatch> sealed(Frontier frontier, Unsealed unsealed) {
        return unsealed.size() < WORTH_SHARING
                ? CompletableFuture.completedFuture(leaves.seal(frontier, unsealed.drafts()))
                : CompletableFuture.supplyAsync(() -> leaves.seal(frontier, unsealed.drafts()));
    }
}
