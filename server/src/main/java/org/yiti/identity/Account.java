package org.yiti.identity;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.AuthenticatedPrincipal;

/**
 * Somebody who has signed in.
 *
 * @param account the name signed in with
 * @param role what the account was opened for; it gives no right
 * @param institutionId where they work; null for the house itself
 * @param everything was opened for all institutions; it gives no right
 * @param rights what they may do and where: their grants in force, for the purpose they work for now
 */
public record Account(
        String account, String name, Role role, @Nullable UUID institutionId, boolean everything, Rights rights)
        implements AuthenticatedPrincipal {

    /** The house itself, for what happens by the clock. */
    public static final Account HOUSE = new Account("yiti", "系统", Role.ADMINISTRATOR, null, true, Rights.ALL);

    /** With one grant: its role, where it works. */
    public Account(String account, String name, Role role, @Nullable UUID institutionId, boolean everything) {
        this(account, name, role, institutionId, everything, atHome(role, institutionId, everything));
    }

    private static Rights atHome(Role role, @Nullable UUID institutionId, boolean everything) {
        return everything || institutionId != null
                ? Rights.of(
                        Purpose.DAILY,
                        null,
                        List.of(new Rights.Held(role.permissions(), everything ? null : institutionId)))
                : Rights.NONE;
    }

    /** Who asks, whatever they may do at the moment: requests are counted, and known again, by it. */
    @Override
    public String getName() {
        return account;
    }

    /** Somewhere at least; rules are the whole house's, and governed by who may everywhere. */
    public boolean may(Permission permission) {
        var reach = rights.reach(permission);
        return permission == Permission.RULE ? reach.everywhere() : !reach.isNowhere();
    }

    public boolean mayEverywhere(Permission permission) {
        return rights.reach(permission).everywhere();
    }
}
