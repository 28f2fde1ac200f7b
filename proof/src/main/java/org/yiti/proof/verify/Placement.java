package org.yiti.proof.verify;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.yiti.proof.entry.Numbers;
import org.yiti.proof.tree.Hashing;
import org.yiti.proof.verify.Finding.Kind;

/**
 * Where the entries that are out of place come from. An entry gives itself a number; if its hash is the sealed one of
 * that number, it is genuine and only stands in the wrong place. Otherwise somebody has written in it.
 */
final class Placement {

    private final StoredTree tree;
    private final Hashing whole;
    private final List<Stray> strays;
    private final Set<Long> wrongPlaces = new HashSet<>();
    /** Genuine entries, by the place they belong to, that were found in another. */
    private final Map<Long, Long> found = new HashMap<>();

    private final List<Spot> spots = new ArrayList<>();

    private record Spot(Kind kind, long number, long by) {}

    Placement(StoredTree tree, Hashing whole, List<Stray> strays) {
        this.tree = tree;
        this.whole = whole;
        this.strays = strays;
        strays.stream().filter(stray -> !stray.beyond()).forEach(stray -> wrongPlaces.add(stray.place()));
        strays.forEach(this::standing);
        strays.forEach(this::missing);
    }

    /** Neighbours of one kind as one finding: who takes out one entry moves all that follow. */
    void tell(Findings findings) {
        var first = 0;
        for (var i = 1; i <= spots.size(); i++) {
            if (i == spots.size() || !follows(spots.get(i - 1), spots.get(i))) {
                findings.add(finding(spots.get(first), spots.get(i - 1)));
                first = i;
            }
        }
    }

    private void standing(Stray stray) {
        var hash = stray.hash();
        if (hash == null) {
            return;
        }
        var home = stray.number() - 1;
        var genuine =
                stray.number() != Numbers.NONE && tree.leaf(home).equals(Optional.of(whole.part(hash, tree.part())));
        if (genuine) {
            var twice = !wrongPlaces.contains(home) || found.putIfAbsent(home, stray.place()) != null;
            spots.add(new Spot(twice ? Kind.ENTRY_DUPLICATED : Kind.ENTRY_MOVED, stray.number(), stray.place() - home));
        } else {
            spots.add(new Spot(stray.beyond() ? Kind.ENTRY_ADDED : Kind.ENTRY_ALTERED, stray.place() + 1, 0));
        }
    }

    private void missing(Stray stray) {
        var itself = stray.hash() != null && (stray.number() == stray.place() + 1 || stray.number() == Numbers.NONE);
        if (!stray.beyond() && !itself && !found.containsKey(stray.place())) {
            spots.add(new Spot(Kind.ENTRY_MISSING, stray.place() + 1, 0));
        }
    }

    private static boolean follows(Spot before, Spot after) {
        return before.kind() == after.kind() && before.by() == after.by() && before.number() + 1 == after.number();
    }

    private static Finding finding(Spot first, Spot last) {
        return new Finding(
                first.kind(),
                Map.of(
                        "entries", Finding.span(first.number(), last.number()),
                        "places", Finding.span(first.number() + first.by(), last.number() + last.by())));
    }
}
