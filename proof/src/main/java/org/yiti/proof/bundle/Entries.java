package org.yiti.proof.bundle;

import java.util.List;

/** Where the entries of a log are kept. */
@FunctionalInterface
public interface Entries {

    /** The entries from index {@code from} on, {@code count} of them. */
    List<byte[]> read(long from, int count);
}
