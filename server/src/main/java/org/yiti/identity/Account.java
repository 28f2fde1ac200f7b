package org.yiti.identity;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who has signed in.
 *
 * @param account the name signed in with
 * @param institutionId where they work; null for the house itself
 * @param everything sees all institutions; otherwise their own and those below it
 */
public record Account(
        String account, String name, Role role, @Nullable UUID institutionId, boolean everything) {

    /** The house itself, for what happens by the clock. */
    public static final Account HOUSE = new Account("yiti", "系统", Role.ADMINISTRATOR, null, true);

    public boolean may(Permission permission) {
        return role.permissions().contains(permission);
    }
}
