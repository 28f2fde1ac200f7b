package org.yiti.detect;

import java.util.Collection;
import java.util.function.Consumer;

/**
 * A pure fold over the reports {@code E} of one key (one vehicle, one meter) in canonical order, which is time, then
 * {@link Reports#compare}. It never sees two equal reports. Put into a {@link Timeline} it may be given them in any order.
 *
 * <p>Between two calls a state belongs to whoever holds it, and nobody else: {@link #next} may change the state it was
 * given and return it, so that a million reports a second need no million copies. To keep a state, write it to bytes.
 *
 * <p>Rules that make facts the same everywhere: no clock, no chance but from the key, no iteration over hashed
 * collections, sums in the order of reports.
 */
public interface Detector<E, S> {

    /** Stands in every fact and in stored bytes. Never renamed. */
    String name();

    /** Counts up when stored states can no longer be read or the same reports give other facts. */
    int version();

    /** Before the first report of that key. */
    S start(String key);

    /** Tells facts that are settled by this report: no later time can change them. */
    S next(S state, E report, Consumer<Fact> settled);

    /**
     * Tells, as {@link Fact#open}, what has begun and not ended, if nothing more was reported until {@code asOf}, which is
     * never before the last report. Leaves the state as it is. When such a fact is settled, it keeps its identity.
     */
    default void open(S state, long asOf, Consumer<Fact> open) {}

    void write(S state, ByteSink to);

    S read(ByteSource from);

    /** What this detector means, in one line: all facts of all reports. Slow; tests compare timelines with it. */
    default void facts(String key, Reports<E> kind, Collection<? extends E> reports, Consumer<Fact> facts) {
        var state = start(key);
        var ordered = kind.canonical(reports);
        for (var report : ordered) {
            state = next(state, report, facts);
        }
        if (!ordered.isEmpty()) {
            open(state, kind.at(ordered.get(ordered.size() - 1)), facts);
        }
    }
}
