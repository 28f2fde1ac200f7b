package org.yiti.simulator.meter;

import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.yiti.meters.json.ReadingBatch;
import tools.jackson.databind.JsonNode;

/** How batches of readings reach the house. */
public interface Carrier extends AutoCloseable {

    /**
     * What became of a batch.
     *
     * @param isSettled it need not be brought again
     * @param refused places in it, from 0, of readings that are not kept
     */
    record Outcome(boolean isSettled, boolean isStored, Set<Integer> refused) {

        static final Outcome UNKNOWN = new Outcome(false, false, Set.of());
        static final Outcome REFUSED = new Outcome(true, false, Set.of());

        /** By the house's receipt, which names what of it is not kept. */
        static Outcome of(JsonNode receipt) {
            var refused = new HashSet<Integer>();
            receipt.path("refused")
                    .forEach(line -> refused.add(line.path("reading").asInt()));
            return new Outcome(true, true, refused);
        }
    }

    CompletableFuture<Outcome> bring(ReadingBatch batch);

    @Override
    void close();
}
