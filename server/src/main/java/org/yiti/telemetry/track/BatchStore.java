package org.yiti.telemetry.track;

import java.util.List;

/** Where what terminals say is kept. */
@FunctionalInterface
public interface BatchStore {

    /** Durable when it returns; nothing of it is there when it throws. */
    void store(List<Batch> batches);

    /** Keeps elsewhere what {@link #store} can never take, durably when it returns; where there is no elsewhere, it throws. */
    default void setAside(Batch batch, RuntimeException failure) {
        throw failure;
    }
}
