package org.yiti.identity;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who has signed in.
 *
 * @param account the name signed in with
 * @param institutionId where they work; null for the house itself
 * @param everything sees all institutions; otherwise their own and those below it
 * @param only of what the role permits, no more than this; null for all of it
 */
public record Account(
        String account,
        String name,
        Role role,
        @Nullable UUID institutionId,
        boolean everything,
        @Nullable Set<Permission> only) {

    /** The house itself, for what happens by the clock. */
    public static final Account HOUSE = new Account("yiti", "系统", Role.ADMINISTRATOR, null, true);

    public Account(String account, String name, Role role, @Nullable UUID institutionId, boolean everything) {
        this(account, name, role, institutionId, everything, null);
    }

    public boolean may(Permission permission) {
        return role.permissions().contains(permission) && (only == null || only.contains(permission));
    }
}
