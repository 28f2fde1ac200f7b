package org.yiti.supervision.findings;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yiti.identity.Scope;

/** Open findings counted up the tree of institutions; a reminder is none yet. */
@Component
class OpenFindings {

    /** @param own about the institution itself
     * @param whole about it and all below it */
    record At(UUID institution, long own, long whole) {}

    private final JdbcClient database;
    private final Scope scope;

    OpenFindings(JdbcClient database, Scope scope) {
        this.database = database;
        this.scope = scope;
    }

    List<At> byInstitution() {
        var within = scope.institutions();
        return database.sql("""
                        with recursive own as (
                            select institution_id, count(*) as n from supervision.finding
                             where state not in ('CLOSED', 'DISMISSED', 'MENDED') and severity <> 'REMINDER'
                             group by institution_id),
                        up as (
                            select institution_id, institution_id as at, n from own
                            union all
                            select up.institution_id, i.parent_id, up.n
                              from up join organization.institution i on i.id = up.at
                             where i.parent_id is not null
                        ) cycle at, institution_id set looped using way
                        select at as institution, coalesce(sum(n) filter (where at = institution_id), 0) as own, sum(n) as whole
                          from up
                         where not looped and (:all or at = any (:within))
                         group by at
                        """)
                .param("all", within == null)
                .param("within", within == null ? new UUID[0] : within.toArray(UUID[]::new))
                .query(At.class)
                .list();
    }
}
