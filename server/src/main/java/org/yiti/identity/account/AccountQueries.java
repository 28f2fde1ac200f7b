package org.yiti.identity.account;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yiti.identity.Role;

/** The accounts of a part of the tree, with what an administrator must see: who never came, who has no second factor. */
@Component
class AccountQueries {

    /** @param arrived its owner has a way in of their own: a password, a provider, a passkey */
    record Listed(
            long id,
            String account,
            String name,
            Role role,
            @Nullable UUID institutionId,
            @Nullable String institution,
            @Nullable UUID personId,
            boolean everything,
            boolean enabled,
            boolean demonstration,
            boolean arrived,
            boolean secondFactor,
            @Nullable Instant invitedUntil,
            @Nullable Instant seenAt,
            int sessions) {}

    private static final String SELECT = """
            select a.id, a.account, a.name, a.role, a.institution_id, i.name as institution, a.person_id, a.everything, a.enabled,
                   a.demonstration, identity.has_way_in(a.id) as arrived,
                   exists (select from identity.second_factor f where f.account_id = a.id) as second_factor,
                   v.expires_at as invited_until,
                   (select max(s.seen_at) from identity.session s where s.account_id = a.id and s.confirmed_at is not null) as seen_at,
                   (select count(*) from identity.session s
                     where s.account_id = a.id and s.ended_at is null and s.confirmed_at is not null and s.seen_at > now() - interval '1 hour') as sessions
              from identity.account a
              left join organization.institution i on i.id = a.institution_id
              left join identity.invitation v on v.account_id = a.id
            """;

    private final JdbcClient database;

    AccountQueries(JdbcClient database) {
        this.database = database;
    }

    List<Listed> list(@Nullable Set<UUID> institutions) {
        return database.sql(
                        SELECT
                                + " where (:all or a.institution_id = any(:institutions)) order by a.enabled desc, i.name nulls first, a.account")
                .param("all", institutions == null)
                .param("institutions", institutions == null ? new UUID[0] : institutions.toArray(UUID[]::new))
                .query(Listed.class)
                .list();
    }

    Optional<Listed> find(long id) {
        return database.sql(SELECT + " where a.id = :id")
                .param("id", id)
                .query(Listed.class)
                .optional();
    }
}
