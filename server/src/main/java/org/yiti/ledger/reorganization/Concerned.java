package org.yiti.ledger.reorganization;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yiti.identity.Permission;
import org.yiti.identity.Scope;
import org.yiti.kernel.Refused;
import org.yiti.ledger.LedgerRefusal;
import org.yiti.ledger.reorganization.Reorganization.Step;

/**
 * Whoever reorganizes must be able to change everybody it concerns: those that move, those they come to, and those they
 * leave, or somebody could take an institution out of the sight of those above it.
 */
@Component
class Concerned {

    private final JdbcClient database;
    private final Scope scope;

    Concerned(JdbcClient database, Scope scope) {
        this.database = database;
        this.scope = scope;
    }

    void refuseUnlessMine(Reorganization reorganization) {
        refuseUnlessMine(reorganization.steps());
    }

    void refuseUnlessMine(List<Step> steps) {
        var named = steps.stream().flatMap(Step::institutions).distinct().toList();
        named.forEach(institution -> scope.require(Permission.WRITE, institution));
        parents(named).forEach(parent -> scope.require(Permission.WRITE, parent));
        if (count(named) < named.size()) {
            throw new Refused(LedgerRefusal.REORGANIZATION_OF_NOBODY);
        }
    }

    private List<UUID> parents(List<UUID> institutions) {
        return database.sql(
                        "select distinct parent_id from organization.institution where id = any (:ids) and parent_id is not null")
                .param("ids", institutions.toArray(UUID[]::new))
                .query(UUID.class)
                .list();
    }

    private long count(List<UUID> institutions) {
        return database.sql("select count(*) from organization.institution where id = any (:ids)")
                .param("ids", institutions.toArray(UUID[]::new))
                .query(Long.class)
                .single();
    }
}
