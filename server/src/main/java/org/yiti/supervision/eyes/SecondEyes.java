package org.yiti.supervision.eyes;

import java.util.Collection;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yiti.identity.Scope;

/**
 * Nobody reviews, closes or calls a false alarm what is found of their own unit, and who answered for it does neither:
 * of a case and of a finding alike. The database refuses the unit's own people as well; here it is known before anything
 * is written.
 */
@Component
public class SecondEyes {

    /** Why whoever asks has to leave it to others. */
    public enum Objection {
        OWN_UNIT,
        OWN_ANSWER
    }

    private final JdbcClient database;
    private final Scope scope;

    SecondEyes(JdbcClient database, Scope scope) {
        this.database = database;
        this.scope = scope;
    }

    /** @param answeredBy accounts that explained it or put it right */
    public @Nullable Objection objection(UUID institution, Collection<String> answeredBy) {
        if (isOwnUnit(institution)) {
            return Objection.OWN_UNIT;
        }
        return answeredBy.contains(scope.account().account()) ? Objection.OWN_ANSWER : null;
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
