package org.yiti.telemetry;

import java.util.stream.Stream;

/** Takes in positions that no terminal speaks over a line: what is there already is not written again. */
public interface LoadPositions {

    /** Of terminals that the ledger does not know nothing is taken. */
    void load(Stream<ToldPosition> positions);
}
