package org.yiti.identity.access;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yiti.identity.Account;
import org.yiti.identity.IdentityRefusal;
import org.yiti.identity.Permission;
import org.yiti.identity.Reach;
import org.yiti.identity.Scope;
import org.yiti.kernel.Refused;

/** The scope of the account that signed in, or of the one a background job acts for. */
@Component
class CurrentScope implements Scope {

    private static final String SUBTREE = "select member from organization.below where root = any (:roots)";

    private final JdbcClient database;

    CurrentScope(JdbcClient database) {
        this.database = database;
    }

    @Override
    public Account account() {
        var actor = Standing.actor();
        if (actor == null) {
            throw new Refused(IdentityRefusal.NOT_SIGNED_IN);
        }
        return actor;
    }

    @Override
    public void require(Permission... anyOf) {
        var account = account();
        if (Arrays.stream(anyOf).noneMatch(account::may)) {
            throw new Refused(IdentityRefusal.NOT_PERMITTED, Map.of("permission", anyOf[0].code()));
        }
    }

    @Override
    public @Nullable Set<UUID> institutions(Permission... anyOf) {
        return below(account().rights().reach(anyOf));
    }

    @Override
    public Set<UUID> subtree(Permission permission, UUID institution) {
        var wanted = below(Set.of(institution));
        if (wanted.isEmpty() || !contains(permission, institution)) {
            throw new Refused(IdentityRefusal.OUTSIDE_SCOPE, Map.of("institution", institution));
        }
        return wanted;
    }

    private @Nullable Set<UUID> below(Reach reach) {
        return reach.everywhere() ? null : below(reach.roots());
    }

    private Set<UUID> below(Set<UUID> roots) {
        return roots.isEmpty()
                ? Set.of()
                : new HashSet<>(database.sql(SUBTREE)
                        .param("roots", roots.toArray(UUID[]::new))
                        .query(UUID.class)
                        .list());
    }
}
