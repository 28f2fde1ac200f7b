package org.yiti.identity;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

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

    private final JdbcClient database;

    AccountDirectory(JdbcClient database) {
        this.database = database;
    }

    /** Everybody who may sign in. */
    public List<Account> all() {
        return database
                .sql(
                        "select account, name, role, institution_id, everything from identity.account where enabled order by name")
                .query(Row.class)
                .list()
                .stream()
                .map(row -> new Account(row.account(), row.name(), row.role(), row.institutionId(), row.everything()))
                .toList();
    }

    /** Accounts that may work on findings and whose own institution is among these, or who see everything. */
    public List<Named> workingOnFindings(@Nullable Set<UUID> institutions) {
        return all().stream()
                .filter(a -> a.may(Permission.VERIFY) || a.may(Permission.RECTIFY))
                .filter(a -> institutions == null || a.everything() || institutions.contains(a.institutionId()))
                .map(a -> new Named(a.account(), a.name(), a.role(), a.institutionId()))
                .toList();
    }
}
