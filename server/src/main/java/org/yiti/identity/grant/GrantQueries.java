package org.yiti.identity.grant;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yiti.identity.Permission;
import org.yiti.identity.Purpose;
import org.yiti.identity.Role;

/** Who has what, where, since when, by whom. */
@Component
class GrantQueries {

    /**
     * @param institutionId null for everywhere
     * @param state of {@link State}
     * @param onBehalfOf name of whoever delegated it
     */
    record Listed(
            UUID id,
            long accountId,
            String account,
            String name,
            @Nullable Role role,
            @Nullable Permission permission,
            @Nullable UUID institutionId,
            @Nullable String institution,
            Purpose purpose,
            @Nullable String reason,
            Instant startsAt,
            @Nullable Instant endsAt,
            Instant grantedAt,
            String grantedBy,
            @Nullable Instant revokedAt,
            @Nullable String revokedBy,
            @Nullable String onBehalfOf,
            State state) {}

    enum State {
        COMING,
        IN_FORCE,
        ENDED
    }

    /** An account, and what it was opened for. */
    record Waiting(
            long id,
            String account,
            String name,
            Role role,
            @Nullable UUID institutionId,
            @Nullable String institution,
            boolean everything,
            int grants) {}

    private static final String SELECT = """
            select g.id, g.account_id, a.account, a.name, g.role, g.permission, g.institution_id, i.name as institution, g.purpose, g.reason,
                   g.starts_at, g.ends_at, g.granted_at, coalesce(b.name, g.granted_by) as granted_by, g.revoked_at, r.name as revoked_by,
                   f.name as on_behalf_of,
                   case when v.id is not null then 'IN_FORCE'
                        when a.enabled and g.starts_at > cast(:now as timestamptz) and identity.lasts(g, cast(:now as timestamptz)) then 'COMING'
                        else 'ENDED' end as state
              from identity.grant g join identity.account a on a.id = g.account_id
              left join organization.institution i on i.id = g.institution_id
              left join identity.account b on b.account = g.granted_by
              left join identity.account r on r.account = g.revoked_by
              left join identity.grant s on s.id = g.delegated_from
              left join identity.account f on f.id = s.account_id
              left join identity.grants_in_force(cast(:now as timestamptz)) v on v.id = g.id
            """;

    private final JdbcClient database;
    private final Clock clock;

    GrantQueries(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** @param institutions where the accounts work; null for everywhere */
    List<Listed> list(@Nullable Set<UUID> institutions, @Nullable Long account, boolean ended) {
        return select(
                        " where (:all or a.institution_id = any (:institutions)) and (:account::bigint is null or a.id = :account)"
                                + " and (:ended or (identity.lasts(g, cast(:now as timestamptz)) and a.enabled))"
                                + " order by a.name, a.id, g.starts_at limit 2000")
                .param("all", institutions == null)
                .param("institutions", institutions == null ? new UUID[0] : institutions.toArray(UUID[]::new))
                .param("account", account)
                .param("ended", ended)
                .query(Listed.class)
                .list();
    }

    /** Everybody whom something can be granted to; whoever has nothing yet first. */
    List<Waiting> holders(@Nullable Set<UUID> institutions) {
        return database.sql("""
                        select a.id, a.account, a.name, a.role, a.institution_id, i.name as institution, a.everything, held.grants
                          from identity.account a left join organization.institution i on i.id = a.institution_id
                         cross join lateral (select count(*) as grants from identity.grants_in_force(cast(:now as timestamptz)) g
                                              where g.account_id = a.id) held
                         where a.enabled and (:all or a.institution_id = any (:institutions))
                         order by held.grants > 0, a.name, a.id limit 2000
                        """)
                .param("now", Timestamp.from(clock.instant()))
                .param("all", institutions == null)
                .param("institutions", institutions == null ? new UUID[0] : institutions.toArray(UUID[]::new))
                .query(Waiting.class)
                .list();
    }

    List<Listed> of(String account) {
        return select(" where a.account = :account order by g.starts_at desc limit 200")
                .param("account", account)
                .query(Listed.class)
                .list();
    }

    /** What somebody has passed on. */
    List<Listed> passedOnBy(String account) {
        return select(" where f.account = :account order by g.starts_at desc limit 200")
                .param("account", account)
                .query(Listed.class)
                .list();
    }

    private JdbcClient.StatementSpec select(String where) {
        return database.sql(SELECT + where).param("now", Timestamp.from(clock.instant()));
    }
}
