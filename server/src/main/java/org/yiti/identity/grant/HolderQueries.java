package org.yiti.identity.grant;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yiti.identity.Role;
import org.yiti.kernel.Cursor;
import org.yiti.kernel.Like;

/** Whom something can be granted to. */
@Component
class HolderQueries {

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

    /** @param next where the next page begins; null at the end */
    record Holders(List<Waiting> items, @Nullable String next, long total) {}

    private static final String FOUND = """
             where a.enabled and (:all or a.institution_id = any (:institutions))
               and (a.account ilike :q or a.name ilike :q or coalesce(i.name, '') ilike :q)
            """;

    private final JdbcClient database;
    private final Clock clock;

    HolderQueries(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Everybody whom something can be granted to; whoever has nothing yet first. */
    Holders page(@Nullable Set<UUID> institutions, String q, @Nullable String after, int limit) {
        var total = asked(
                        "select count(*) from identity.account a left join organization.institution i on i.id = a.institution_id"
                                + FOUND,
                        institutions)
                .param("q", Like.containing(q.strip()))
                .query(Long.class)
                .single();
        var place = after == null ? null : Cursor.read(after, 3, Place::read);
        var items = asked("""
                        select * from (
                          select a.id, a.account, a.name, a.role, a.institution_id, i.name as institution, a.everything,
                                 (select count(*) from identity.grants_in_force(cast(:now as timestamptz)) g where g.account_id = a.id) as grants
                            from identity.account a left join organization.institution i on i.id = a.institution_id
                        """ + FOUND + """
                        ) h where :first or (h.grants > 0, h.name, h.id) > (:has, :name, :account)
                        order by h.grants > 0, h.name, h.id limit :limit
                        """, institutions)
                .param("q", Like.containing(q.strip()))
                .param("first", place == null)
                .param("has", place != null && place.has())
                .param("name", place == null ? "" : place.name())
                .param("account", place == null ? 0 : place.account())
                .param("limit", limit + 1)
                .query(Waiting.class)
                .list();
        var shown = items.stream().limit(limit).toList();
        return new Holders(shown, items.size() > limit ? Place.of(shown.get(limit - 1)) : null, total);
    }

    private record Place(boolean has, String name, long account) {
        static String of(Waiting last) {
            return Cursor.of(last.grants() > 0, last.name(), last.id());
        }

        static Place read(List<String> parts) {
            return new Place(Boolean.parseBoolean(parts.get(0)), parts.get(1), Long.parseLong(parts.get(2)));
        }
    }

    private JdbcClient.StatementSpec asked(String question, @Nullable Set<UUID> institutions) {
        return database.sql(question)
                .param("now", Timestamp.from(clock.instant()))
                .param("all", institutions == null)
                .param("institutions", institutions == null ? new UUID[0] : institutions.toArray(UUID[]::new));
    }
}
