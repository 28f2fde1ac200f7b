package org.yiti.telemetry.track;

import java.util.List;

/** Where what terminals say is kept. */
@FunctionalInterface
public interface BatchStore {

    /** Durable when it returns; nothing of it is there when it throws. */
    void store(List<Batch> batches);
}
