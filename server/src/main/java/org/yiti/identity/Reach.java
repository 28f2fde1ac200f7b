package org.yiti.identity;

import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/**
 * Where something may be done.
 *
 * @param roots institutions on which the parts of the tree hang; none when it is everywhere
 */
public record Reach(boolean everywhere, Set<UUID> roots) {

    public static final Reach NOWHERE = new Reach(false, Set.of());
    public static final Reach EVERYWHERE = new Reach(true, Set.of());

    public Reach {
        roots = Set.copyOf(roots);
    }

    public boolean isNowhere() {
        return !everywhere && roots.isEmpty();
    }

    public Reach and(Reach other) {
        if (everywhere || other.everywhere) {
            return EVERYWHERE;
        }
        var both = new HashSet<>(roots);
        both.addAll(other.roots);
        return new Reach(false, both);
    }
}
