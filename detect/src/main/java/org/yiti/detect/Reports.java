package org.yiti.detect;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** What must be known of a kind of report to put it in order and to keep it: a position, a reading. */
public interface Reports<E> {

    /** When it was so at the device, in milliseconds since 1970, not when it came. */
    long at(E report);

    /** A total order of reports of one time by all they say; 0 only if nothing tells them apart. */
    int compare(E one, E other);

    /**
     * Whether only the last, by {@link #compare}, of the reports of one time counts, as with a reading and its correction.
     * Otherwise all are folded in that order.
     */
    default boolean lastOfATimeWins() {
        return false;
    }

    void write(E report, ByteSink to);

    E read(ByteSource from);

    /** By time, then content, without equal ones and without those that do not count. */
    default List<E> canonical(Collection<? extends E> reports) {
        var ordered = new ArrayList<E>(reports);
        if (!inOrder(ordered)) {
            ordered.sort((a, b) -> at(a) != at(b) ? Long.compare(at(a), at(b)) : compare(a, b));
        }
        var kept = 0;
        for (var i = 0; i < ordered.size(); i++) {
            var report = ordered.get(i);
            if (kept > 0 && at(ordered.get(kept - 1)) == at(report)) {
                if (lastOfATimeWins()) {
                    kept--;
                } else if (compare(ordered.get(kept - 1), report) == 0) {
                    continue;
                }
            }
            ordered.set(kept++, report);
        }
        ordered.subList(kept, ordered.size()).clear();
        return ordered;
    }

    private boolean inOrder(List<E> reports) {
        for (var i = 1; i < reports.size(); i++) {
            if (at(reports.get(i - 1)) >= at(reports.get(i))) {
                return false;
            }
        }
        return true;
    }
}
