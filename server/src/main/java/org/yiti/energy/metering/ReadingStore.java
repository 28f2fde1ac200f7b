package org.yiti.energy.metering;

import java.util.List;

/** Where readings are kept, and consumption is made of them. */
@FunctionalInterface
public interface ReadingStore {

    /** @param repeated how many stood there already, word for word */
    record Stored(int stored, int repeated) {}

    /** Durable, with all that follows from it, when it returns; nothing of it is there when it throws. */
    List<Stored> store(List<Delivery> deliveries);
}
