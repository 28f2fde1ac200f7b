package org.yiti.identity;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The part of the tree that whoever asks may see and change. Every list, page, export, search, write and import asks
 * here, and nowhere else.
 */
public interface Scope {

    /** Who asks now; {@link Account#HOUSE} in work that the house does by itself. */
    Account account();

    /** Refuses with {@link IdentityRefusal#NOT_PERMITTED} what the role may not do. */
    void require(Permission permission);

    /** The institutions in scope; null means all of them. */
    @Nullable
    Set<UUID> institutions();

    /** An institution and all below it, cut to the scope; refuses one outside of it as if it did not exist. */
    Set<UUID> subtree(UUID institution);

    default boolean contains(@Nullable UUID institution) {
        var institutions = institutions();
        return institutions == null || (institution != null && institutions.contains(institution));
    }
}
