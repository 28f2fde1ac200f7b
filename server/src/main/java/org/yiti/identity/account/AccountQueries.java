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
import org.yiti.kernel.Cursor;
import org.yiti.kernel.Like;

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

    /** @param next where the next page begins; null at the end */
    record Page(List<Listed> items, @Nullable String next, long total) {}

    private static final String FOUND = """
            where (:all or a.institution_id = any (:institutions))
              and (a.account ilike :q or a.name ilike :q or coalesce(i.name, '') ilike :q)
            """;

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

    /** Those that are open first. */
    Page page(@Nullable Set<UUID> institutions, String q, @Nullable String after, int limit) {
        var total = asked(
                        "select count(*) from identity.account a left join organization.institution i on i.id = a.institution_id "
                                + FOUND,
                        institutions,
                        q)
                .query(Long.class)
                .single();
        var place = after == null ? null : Cursor.read(after, 3, parts -> parts);
        var items = asked(
                        SELECT + FOUND
                                + " and (:first or (not a.enabled, coalesce(i.name, ''), a.account) > (:closed, :institution, :account))"
                                + " order by not a.enabled, coalesce(i.name, ''), a.account limit :limit",
                        institutions,
                        q)
                .param("first", place == null)
                .param("closed", place != null && Boolean.parseBoolean(place.get(0)))
                .param("institution", place == null ? "" : place.get(1))
                .param("account", place == null ? "" : place.get(2))
                .param("limit", limit + 1)
                .query(Listed.class)
                .list();
        var shown = items.stream().limit(limit).toList();
        return new Page(shown, items.size() > limit ? place(shown.get(limit - 1)) : null, total);
    }

    private static String place(Listed last) {
        return Cursor.of(!last.enabled(), last.institution() == null ? "" : last.institution(), last.account());
    }

    private JdbcClient.StatementSpec asked(String question, @Nullable Set<UUID> institutions, String q) {
        return database.sql(question)
                .param("all", institutions == null)
                .param("institutions", institutions == null ? new UUID[0] : institutions.toArray(UUID[]::new))
                .param("q", Like.containing(q.strip()));
    }

    Optional<Listed> find(long id) {
        return database.sql(SELECT + " where a.id = :id")
                .param("id", id)
                .query(Listed.class)
                .optional();
    }
}
