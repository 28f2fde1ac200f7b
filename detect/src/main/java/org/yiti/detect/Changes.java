package org.yiti.detect;

import java.util.List;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * What some reports changed in what is known of a key.
 *
 * @param asserted to be inserted, or put in place of the fact of the same identity; by start, kind, about
 * @param withdrawn identities of facts that are no longer so
 * @param recomputeFrom time of the oldest report that was too old for the window and is NOT in these changes. The caller,
 *     who has the raw reports, takes its newest {@link Checkpoint} not after that time (or begins anew), removes the facts
 *     known since then, and adds the raw reports since then to a timeline from that checkpoint
 */
public record Changes(List<Fact> asserted, List<Fact.Id> withdrawn, OptionalLong recomputeFrom) {

    public boolean isEmpty() {
        return asserted.isEmpty() && withdrawn.isEmpty() && recomputeFrom.isEmpty();
    }

    /** Collects what was told before and after. */
    static final class Comparison {

        private final TreeMap<Fact.Id, Fact> before = new TreeMap<>();
        private final TreeMap<Fact.Id, Fact> after = new TreeMap<>();

        Consumer<Fact> before() {
            return fact -> before.put(fact.id(), fact);
        }

        Consumer<Fact> after() {
            return fact -> after.put(fact.id(), fact);
        }

        Changes changes(OptionalLong recomputeFrom) {
            var asserted = after.values().stream()
                    .filter(fact -> !fact.equals(before.get(fact.id())))
                    .toList();
            var withdrawn = before.keySet().stream()
                    .filter(id -> !after.containsKey(id))
                    .toList();
            return new Changes(asserted, withdrawn, recomputeFrom);
        }
    }
}
