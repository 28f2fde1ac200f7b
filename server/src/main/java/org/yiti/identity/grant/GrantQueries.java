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
import org.yiti.kernel.Cursor;

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

    /** @param next where the next page begins; null at the end */
    record Page(List<Listed> items, @Nullable String next, long total) {}

    private static final String FOUND = """
             where (:all or a.institution_id = any (:institutions)) and (cardinality(:accounts::bigint[]) = 0 or a.id = any (:accounts))
               and (:ended or (identity.lasts(g, cast(:now as timestamptz)) and a.enabled))
            """;
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

    /**
     * @param institutions where the accounts work; null for everywhere
     * @param accounts whose grants; none for everybody's
     */
    Page page(@Nullable Set<UUID> institutions, List<Long> accounts, boolean ended, @Nullable String after, int limit) {
        var total = asked(
                        "select count(*) from identity.grant g join identity.account a on a.id = g.account_id" + FOUND,
                        institutions)
                .param("accounts", accounts.toArray(Long[]::new))
                .param("ended", ended)
                .query(Long.class)
                .single();
        var place = after == null ? NOWHERE : Cursor.read(after, 4, Place::read);
        var items = asked(
                        SELECT + FOUND
                                + " and (:first or (a.name, a.id, g.starts_at, g.id) > (:name, :account, cast(:starts as timestamptz), :grant))"
                                + " order by a.name, a.id, g.starts_at, g.id limit :limit",
                        institutions)
                .param("accounts", accounts.toArray(Long[]::new))
                .param("ended", ended)
                .param("first", after == null)
                .param("name", place.name())
                .param("account", place.account())
                .param("starts", place.starts().toString())
                .param("grant", place.grant())
                .param("limit", limit + 1)
                .query(Listed.class)
                .list();
        var shown = items.stream().limit(limit).toList();
        return new Page(shown, items.size() > limit ? Place.of(shown.get(limit - 1)) : null, total);
    }

    private record Place(String name, long account, Instant starts, UUID grant) {
        static String of(Listed last) {
            return Cursor.of(last.name(), last.accountId(), last.startsAt(), last.id());
        }

        static Place read(List<String> parts) {
            return new Place(
                    parts.get(0),
                    Long.parseLong(parts.get(1)),
                    Instant.parse(parts.get(2)),
                    UUID.fromString(parts.get(3)));
        }
    }

    private static final Place NOWHERE = new Place("", 0, Instant.EPOCH, new UUID(0, 0));

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

    private JdbcClient.StatementSpec asked(String question, @Nullable Set<UUID> institutions) {
        return database.sql(question)
                .param("now", Timestamp.from(clock.instant()))
                .param("all", institutions == null)
                .param("institutions", institutions == null ? new UUID[0] : institutions.toArray(UUID[]::new));
    }

    private JdbcClient.StatementSpec select(String where) {
        return database.sql(SELECT + where).param("now", Timestamp.from(clock.instant()));
    }
}
