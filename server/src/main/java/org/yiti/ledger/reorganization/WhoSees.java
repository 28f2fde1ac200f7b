package org.yiti.ledger.reorganization;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yiti.identity.AccountDirectory;
import org.yiti.identity.Permission;
import org.yiti.ledger.reorganization.Outcome.SightChange;
import org.yiti.ledger.reorganization.Reorganization.Kind;
import org.yiti.ledger.reorganization.Reorganization.Step;

/** Whose sight changes when institutions are elsewhere in the tree: no grant is touched, the rights follow the rows. */
@Component
class WhoSees {

    private final JdbcClient database;
    private final AccountDirectory accounts;

    WhoSees(JdbcClient database, AccountDirectory accounts) {
        this.database = database;
        this.accounts = accounts;
    }

    /** Above whom everything that the steps concern lies now, a set for each step. */
    List<Set<UUID>> before(Reorganization reorganization) {
        return reorganization.steps().stream()
                .map(step -> above(step.institution()))
                .toList();
    }

    /** @param before what was asked before the steps were taken */
    List<SightChange> after(Reorganization reorganization, List<Set<UUID>> before) {
        var steps = reorganization.steps();
        var after = steps.stream()
                .map(step ->
                        above(step.kind() == Kind.MERGE ? Objects.requireNonNull(step.target()) : step.institution()))
                .toList();
        var sights = new ArrayList<SightChange>();
        for (var account : accounts.all()) {
            var reach = account.rights().reach(Permission.READ);
            if (!reach.everywhere()) {
                var gains = new ArrayList<String>();
                var loses = new ArrayList<String>();
                for (var n = 0; n < steps.size(); n++) {
                    var saw = !Collections.disjoint(reach.roots(), before.get(n));
                    var sees = !Collections.disjoint(reach.roots(), after.get(n));
                    if (saw != sees) {
                        (sees ? gains : loses).add(name(steps.get(n)));
                    }
                }
                if (!gains.isEmpty() || !loses.isEmpty()) {
                    sights.add(new SightChange(account.account(), account.name(), gains, loses));
                }
            }
        }
        return sights;
    }

    private static String name(Step step) {
        return String.valueOf(step.institutionName());
    }

    private Set<UUID> above(UUID institution) {
        return database
                .sql("select root from organization.below where member = :id")
                .param("id", institution)
                .query(UUID.class)
                .list()
                .stream()
                .collect(Collectors.toUnmodifiableSet());
    }
}
