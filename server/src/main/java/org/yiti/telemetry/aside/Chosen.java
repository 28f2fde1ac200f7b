package org.yiti.telemetry.aside;

import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yiti.identity.Permission;
import org.yiti.identity.Scope;

/** Which of those that wait somebody means, of those they may do something about; others are passed over. */
@Component
class Chosen {

    /**
     * @param ids some of them; null for all of a reason
     * @param reason to the letter; null for any
     */
    record Request(
            @Nullable @Size(max = MOST) List<Long> ids,
            @Nullable String reason) {}

    /** @param institution whose terminal said it */
    record One(long id, @Nullable UUID institution, String content) {}

    static final int MOST = 500;

    private final JdbcClient database;
    private final Scope scope;

    Chosen(JdbcClient database, Scope scope) {
        this.database = database;
        this.scope = scope;
    }

    /** The first {@link #MOST} of them. */
    List<One> of(@Nullable List<Long> ids, @Nullable String reason) {
        var part = scope.institutions(Permission.WRITE);
        return database.sql("""
                        select s.id, t.institution_id as institution, s.content
                          from telemetry.set_aside s left join telemetry.terminal t on t.number = s.terminal
                         where s.discarded_at is null and (:anywhere or t.institution_id = any(:institutions))
                           and (:any or s.id = any(:ids)) and (:reason::text is null or s.why = :reason)
                           and (not :any or :reason::text is not null)
                         order by s.tried_at nulls first, s.id limit :most
                        """)
                .param("anywhere", part == null)
                .param("institutions", part == null ? new UUID[0] : part.toArray(UUID[]::new))
                .param("any", ids == null)
                .param("ids", ids == null ? new Long[0] : ids.toArray(Long[]::new))
                .param("reason", reason)
                .param("most", MOST)
                .query(One.class)
                .list();
    }
}
