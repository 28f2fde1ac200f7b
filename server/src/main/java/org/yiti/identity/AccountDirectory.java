package org.yiti.identity;

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

    public record Named(
            String account,
            String name,
            Role role,
            @Nullable UUID institutionId) {}

    private record Row(
            String account,
            String name,
            Role role,
            @Nullable UUID institutionId,
            boolean everything) {}

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
        return database.sql(SELECT + " order by name").query(Row.class).list().stream()
                .map(row -> acting(row, null, null))
                .toList();
    }

    /** Somebody with the rights they have now, for work that goes on without them; empty for whom the house has let go. */
    public Optional<Account> find(String account, @Nullable Purpose purpose, @Nullable String onBehalfOf) {
        return database.sql(SELECT + " and account = :account")
                .param("account", account)
                .query(Row.class)
                .optional()
                .map(row -> acting(row, purpose, onBehalfOf));
    }

    private Account acting(Row row, @Nullable Purpose purpose, @Nullable String onBehalfOf) {
        return new Account(
                row.account(),
                row.name(),
                row.role(),
                row.institutionId(),
                row.everything(),
                grants.rights(row.account(), purpose, onBehalfOf));
    }

    /** Accounts that may work on findings and whose own institution is among these, or who may everywhere. */
    public List<Named> workingOnFindings(@Nullable Set<UUID> institutions) {
        return all().stream()
                .filter(a -> a.may(Permission.VERIFY) || a.may(Permission.RECTIFY))
                .filter(a -> institutions == null
                        || a.mayEverywhere(Permission.VERIFY)
                        || a.mayEverywhere(Permission.RECTIFY)
                        || institutions.contains(a.institutionId()))
                .map(a -> new Named(a.account(), a.name(), a.role(), a.institutionId()))
                .toList();
    }
}
