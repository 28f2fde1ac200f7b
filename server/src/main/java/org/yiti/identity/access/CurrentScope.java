package org.yiti.identity.access;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yiti.identity.Account;
import org.yiti.identity.Acting;
import org.yiti.identity.IdentityRefusal;
import org.yiti.identity.Permission;
import org.yiti.identity.Scope;
import org.yiti.kernel.Refused;

/** The scope of the account that signed in, or of the one a background job acts for. */
@Component
class CurrentScope implements Scope {

    private static final String SUBTREE = "select member from organization.below where root = :root";

    private final JdbcClient database;

    CurrentScope(JdbcClient database) {
        this.database = database;
    }

    @Override
    public Account account() {
        var acting = Acting.account();
        if (acting != null) {
            return acting;
        }
        var signedIn = Standing.signedIn();
        if (signedIn == null) {
            throw new Refused(IdentityRefusal.NOT_SIGNED_IN);
        }
        return signedIn;
    }

    @Override
    public void require(Permission permission) {
        var account = account();
        if (!account.may(permission)) {
            throw new Refused(IdentityRefusal.NOT_PERMITTED, Map.of("permission", permission.code()));
        }
    }

    @Override
    public @Nullable Set<UUID> institutions() {
        var account = account();
        if (account.everything()) {
            return null;
        }
        return account.institutionId() == null ? Set.of() : below(account.institutionId());
    }

    @Override
    public Set<UUID> subtree(UUID institution) {
        var wanted = below(institution);
        var mine = institutions();
        if (wanted.isEmpty() || (mine != null && !mine.contains(institution))) {
            throw new Refused(IdentityRefusal.OUTSIDE_SCOPE, Map.of("institution", institution));
        }
        return wanted;
    }

    private Set<UUID> below(UUID root) {
        return new HashSet<>(
                database.sql(SUBTREE).param("root", root).query(UUID.class).list());
    }
}
