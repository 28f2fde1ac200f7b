package org.yiti.identity;

import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yiti.identity.grant.GrantsInForce;

/** Who there is to be put in charge of something. */
@Component
public class AccountDirectory {

    /** @param verifies may verify findings somewhere, and so be sent to inspect */
    public record Named(
            String account,
            String name,
            Role role,
            @Nullable UUID institutionId,
            boolean verifies) {}

    private record Row(
            String account,
            String name,
            Role role,
            @Nullable UUID institutionId,
            boolean everything) {

        Account acting(Rights rights) {
            return new Account(account, name, role, institutionId, everything, rights);
        }
    }

    private static final String SELECT =
            "select account, name, role, institution_id, everything from identity.account where enabled";

    private final JdbcClient database;
    private final GrantsInForce grants;

    AccountDirectory(JdbcClient database, GrantsInForce grants) {
        this.database = database;
        this.grants = grants;
    }

    /** Everybody who may sign in, as they first act. */
    public List<Account> all() {
        var rights = grants.ofAll();
        return database.sql(SELECT + " order by name").query(Row.class).list().stream()
                .map(row -> row.acting(rights.getOrDefault(row.account(), Rights.NONE)))
                .toList();
    }

    /** Somebody with the rights they have now, for work that goes on without them; empty for whom the house has let go. */
    public Optional<Account> find(String account, @Nullable Purpose purpose, @Nullable String onBehalfOf) {
        return database.sql(SELECT + " and account = :account")
                .param("account", account)
                .query(Row.class)
                .optional()
                .map(row -> row.acting(grants.rights(account, purpose, onBehalfOf)));
    }

    /** Who may work on findings of any of these institutions; null for all of them. */
    public List<Named> workingOnFindings(@Nullable Set<UUID> institutions) {
        var above = institutions == null ? Set.<UUID>of() : above(institutions);
        return all().stream()
                .filter(one -> {
                    var reach = one.rights().reach(Permission.VERIFY, Permission.RECTIFY);
                    return reach.everywhere()
                            || (institutions == null
                                    ? !reach.isNowhere()
                                    : !Collections.disjoint(above, reach.roots()));
                })
                .map(one -> new Named(
                        one.account(),
                        one.name(),
                        one.role(),
                        one.institutionId(),
                        !one.rights().reach(Permission.VERIFY).isNowhere()))
                .toList();
    }

    /** On which of the tree any of these hangs, themselves included. */
    private Set<UUID> above(Set<UUID> institutions) {
        return new HashSet<>(database.sql("select distinct root from organization.below where member = any (:members)")
                .param("members", institutions.toArray(UUID[]::new))
                .query(UUID.class)
                .list());
    }
}
