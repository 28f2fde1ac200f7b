package org.yiti.simulator.meter;

import java.util.concurrent.CompletableFuture;
import org.yiti.meters.json.ReadingBatch;

/** How batches of readings reach the house. */
public interface Carrier extends AutoCloseable {

    enum Outcome {
        STORED,
        /** For good: bringing it again would change nothing. */
        REFUSED,
        /** It is brought again. */
        UNKNOWN
    }

    CompletableFuture<Outcome> bring(ReadingBatch batch);

    @Override
    void close();
}
