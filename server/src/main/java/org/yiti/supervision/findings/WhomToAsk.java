package org.yiti.supervision.findings;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yiti.identity.AccountDirectory;
import org.yiti.identity.Role;

/** Who verifies for a unit and is not of it: inspectors first, and of them those who have an office. */
@Component
class WhomToAsk {

    private static final int MOST = 3;

    /** @param office where they work */
    record Contact(String name, @Nullable String office) {}

    private final AccountDirectory accounts;
    private final JdbcClient database;

    WhomToAsk(AccountDirectory accounts, JdbcClient database) {
        this.accounts = accounts;
        this.database = database;
    }

    List<Contact> of(UUID unit, Set<UUID> within) {
        return accounts.workingOnFindings(Set.of(unit)).stream()
                .filter(one -> one.role() == Role.INSPECTOR || one.role() == Role.ADMINISTRATOR)
                .filter(one -> one.institutionId() == null || !within.contains(one.institutionId()))
                .sorted(Comparator.comparing((AccountDirectory.Named one) -> one.role() != Role.INSPECTOR)
                        .thenComparing(one -> one.institutionId() == null))
                .limit(MOST)
                .map(one -> new Contact(one.name(), office(one.institutionId())))
                .toList();
    }

    private @Nullable String office(@Nullable UUID institution) {
        return institution == null
                ? null
                : database.sql("select name from organization.institution where id = :id")
                        .param("id", institution)
                        .query(String.class)
                        .optional()
                        .orElse(null);
    }
}
