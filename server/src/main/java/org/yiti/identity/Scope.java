package org.yiti.identity;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yiti.kernel.Refused;

/**
 * The part of the tree in which whoever asks may do something: each permission has its own, and none is taken for another.
 * Every list, page, export, search, write and import asks here, and nowhere else. What names no permission is about
 * reading; whoever changes something names the one they do it by.
 */
public interface Scope {

    /** Who asks now; {@link Account#HOUSE} in work that the house does by itself. */
    Account account();

    /** Refuses with {@link IdentityRefusal#NOT_PERMITTED} whoever has none of them, wherever it be. */
    void require(Permission... anyOf);

    /** The institutions where one may do any of this; null means all of them. */
    @Nullable
    Set<UUID> institutions(Permission... anyOf);

    /** An institution and all below it; refuses one where one may not, as if it did not exist. */
    Set<UUID> subtree(Permission permission, UUID institution);

    default @Nullable Set<UUID> institutions() {
        return institutions(Permission.READ);
    }

    default Set<UUID> subtree(UUID institution) {
        return subtree(Permission.READ, institution);
    }

    default boolean contains(@Nullable UUID institution) {
        return contains(Permission.READ, institution);
    }

    default boolean contains(Permission permission, @Nullable UUID institution) {
        var institutions = institutions(permission);
        return institutions == null || (institution != null && institutions.contains(institution));
    }

    /** Refuses what one may do elsewhere, but not to what belongs to this institution, which one may see. */
    default void require(Permission permission, @Nullable UUID institution) {
        if (!contains(permission, institution)) {
            require(permission);
            throw new Refused(IdentityRefusal.NOT_PERMITTED, Map.of("permission", permission.code()));
        }
    }
}
