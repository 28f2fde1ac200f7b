package org.yiti.kernel;

import java.time.Instant;

/** Something a module keeps for a time and then deletes; how long is told in {@code standards/retention.yml}. */
public interface Retained {

    /** The id of its period. */
    String period();

    /** How many there are from before a moment. */
    long count(Instant before);

    /** Deletes some of them, oldest first or in any order. */
    int purge(Instant before, int most);
}
