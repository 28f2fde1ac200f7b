package org.yiti.identity;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What somebody may do, and where, each permission for itself: who reads a county and writes one office has never both in
 * either.
 *
 * @param purpose what they are given for
 * @param onBehalfOf the account that delegated them; null for one's own
 */
public record Rights(Purpose purpose, @Nullable String onBehalfOf, Map<Permission, Reach> reaches) {

    /**
     * One grant.
     *
     * @param root the institution on which its part of the tree hangs; null for everywhere
     */
    public record Held(
            Set<Permission> permissions, @Nullable UUID root) {}

    public static final Rights NONE = new Rights(Purpose.DAILY, null, Map.of());
    static final Rights ALL = new Rights(
            Purpose.DAILY,
            null,
            Arrays.stream(Permission.values()).collect(Collectors.toMap(Function.identity(), p -> Reach.EVERYWHERE)));

    /** Whoever changes something sees it. */
    private static final Set<Permission> SEEING =
            EnumSet.of(Permission.WRITE, Permission.IMPORT, Permission.VERIFY, Permission.RECTIFY);

    public Rights {
        reaches = Map.copyOf(reaches);
    }

    public static Rights of(Purpose purpose, @Nullable String onBehalfOf, Collection<Held> grants) {
        var reaches = new EnumMap<Permission, Reach>(Permission.class);
        for (var grant : grants) {
            var reach = grant.root() == null ? Reach.EVERYWHERE : new Reach(false, Set.of(grant.root()));
            for (var permission : grant.permissions()) {
                reaches.merge(permission, reach, Reach::and);
                if (SEEING.contains(permission)) {
                    reaches.merge(Permission.READ, reach, Reach::and);
                }
            }
        }
        return new Rights(purpose, onBehalfOf, reaches);
    }

    /** No more than these; whoever may change something only so still sees it. */
    public Rights limitedTo(Set<Permission> permissions) {
        var limited = new EnumMap<Permission, Reach>(Permission.class);
        reaches.forEach((permission, reach) -> {
            if (permissions.contains(permission)) {
                limited.merge(permission, reach, Reach::and);
                if (SEEING.contains(permission)) {
                    limited.merge(Permission.READ, reach, Reach::and);
                }
            }
        });
        return new Rights(purpose, onBehalfOf, limited);
    }

    /** Where any of these may be done. */
    public Reach reach(Permission... anyOf) {
        return Arrays.stream(anyOf)
                .map(permission -> reaches.getOrDefault(permission, Reach.NOWHERE))
                .reduce(Reach.NOWHERE, Reach::and);
    }

    /** Where anything at all may be done. */
    public Reach anywhere() {
        return reaches.values().stream().reduce(Reach.NOWHERE, Reach::and);
    }
}
