package org.yiti.supervision.cases;

import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yiti.identity.Scope;
import org.yiti.kernel.Refused;
import org.yiti.supervision.SupervisionRefusal;

/**
 * Nobody reviews or closes what is found of their own unit, and who answered for it does neither. The database refuses the
 * same ({@code supervision.second_pair_of_eyes}); here it is said in words and before anything is written.
 */
@Component
class SecondEyes {

    private final JdbcClient database;
    private final Scope scope;

    SecondEyes(JdbcClient database, Scope scope) {
        this.database = database;
        this.scope = scope;
    }

    void require(CaseFile file) {
        if (isOwnUnit(file.institutionId())) {
            throw new Refused(SupervisionRefusal.CASE_OF_OWN_UNIT);
        }
        if (file.answeredBy().contains(scope.account().account())) {
            throw new Refused(SupervisionRefusal.CASE_ANSWERED_BY_ONESELF);
        }
    }

    boolean areThese(CaseFile file) {
        return !isOwnUnit(file.institutionId())
                && !file.answeredBy().contains(scope.account().account());
    }

    /** The institution itself, or one below it. */
    private boolean isOwnUnit(UUID institution) {
        var mine = scope.account().institutionId();
        return mine != null
                && database.sql(
                                "select exists (select from organization.below where root = :root and member = :member)")
                        .param("root", institution)
                        .param("member", mine)
                        .query(Boolean.class)
                        .single();
    }
}
