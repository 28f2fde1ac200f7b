package org.yiti.safeguard;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.yiti.identity.Reach;
import org.yiti.kernel.ledger.Category;
import org.yiti.kernel.ledger.Column;

/**
 * What somebody sees in which part of the tree: each right reaches as far as it was given, and no other carries it further.
 * Taken once for a list of any length.
 */
public final class Sight {

    /** @param below the institutions it reaches; asked only where it is neither everywhere nor nowhere */
    record Part(Reach reach, Supplier<Set<UUID>> below) {

        boolean contains(@Nullable UUID institution) {
            return reach.everywhere()
                    || (institution != null && !reach.isNowhere() && below.get().contains(institution));
        }

        boolean containsAll(@Nullable Set<UUID> institutions) {
            return reach.everywhere()
                    || (institutions != null
                            && !reach.isNowhere()
                            && below.get().containsAll(institutions));
        }

        @Nullable
        Set<UUID> institutions() {
            return reach.everywhere() ? null : reach.isNowhere() ? Set.of() : below.get();
        }
    }

    private static final Part EVERYWHERE = new Part(Reach.EVERYWHERE, Set::of);
    private static final Part NOWHERE = new Part(Reach.NOWHERE, Set::of);

    private final Map<Category, Part> covered;
    private final Part reveals;
    private final Witness witness;
    private final Map<UUID, Eyes> known = new HashMap<>();

    Sight(Map<Category, Part> covered, Part reveals, Witness witness) {
        this.witness = witness;
        this.covered = new EnumMap<>(covered);
        this.covered.put(Category.ORDINARY, EVERYWHERE);
        this.reveals = reveals;
    }

    /** The same wherever it is. */
    public static Sight everywhere(Eyes eyes) {
        var covered = new EnumMap<Category, Part>(Category.class);
        eyes.covered().forEach(category -> covered.put(category, EVERYWHERE));
        return new Sight(covered, eyes.reveals() ? EVERYWHERE : NOWHERE, eyes.witness());
    }

    /** The same of what is looked at and not handed out. */
    public Sight aside() {
        return new Sight(covered, reveals, Witness.NONE);
    }

    /** What they see of what belongs to an institution; of what belongs to none, only what they see everywhere. */
    public Eyes at(@Nullable UUID institution) {
        return institution == null
                ? where(part -> part.contains(null))
                : known.computeIfAbsent(institution, here -> where(part -> part.contains(here)));
    }

    /** What they see in every one of these institutions; null for all there are. */
    public Eyes throughout(@Nullable Set<UUID> institutions) {
        return where(part -> part.containsAll(institutions));
    }

    /** What they see somewhere at least. */
    public Eyes anywhere() {
        return where(part -> !part.reach().isNowhere());
    }

    /** Where they see what stands in a column; null for everywhere. */
    public @Nullable Set<UUID> of(Column column) {
        return column.grading().guarded()
                ? covered.getOrDefault(column.grading().category(), NOWHERE).institutions()
                : null;
    }

    /** Where they may have values shown one by one; null for everywhere. */
    public @Nullable Set<UUID> reveals() {
        return reveals.institutions();
    }

    private Eyes where(Predicate<Part> reached) {
        var seen = EnumSet.noneOf(Category.class);
        covered.forEach((category, part) -> {
            if (reached.test(part)) {
                seen.add(category);
            }
        });
        return new Eyes(seen, reached.test(reveals), witness);
    }
}
