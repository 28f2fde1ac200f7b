package org.yiti.safeguard.aside;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;
import org.yiti.identity.Permission;
import org.yiti.identity.Scope;
import org.yiti.safeguard.aside.Asides.Choice;
import org.yiti.safeguard.aside.Asides.Filter;
import org.yiti.safeguard.aside.Asides.Item;
import org.yiti.safeguard.aside.Asides.Meant;
import org.yiti.safeguard.aside.Asides.Reason;
import org.yiti.safeguard.aside.Asides.Shelf;

/** What lies on a shelf, as far as whoever asks may see it, or may do something about it. */
@Component
class LookOnShelf {

    static final int MOST_REASONS = 50;

    private static final String FOR_ALL =
            "s.id, s.institution_id, s.institution_name, s.at, s.reason, s.tries, s.tried_at, s.discarded_at, s.discarded_by, s.note, ";
    private static final String WITHIN = " from (%s) s where (:anywhere or s.institution_id = any(:institutions))";
    private static final String FILTERED = WITHIN + """
             and (s.discarded_at is not null) = :discarded
             and (:from::timestamptz is null or s.at >= :from and s.at < :until)
             and %s
            """;
    private static final String CHOSEN = WITHIN + """
             and s.discarded_at is null
             and (:any or s.id = any(:ids)) and (:reason::text is null or s.reason = :reason)
             and (not :any or :reason::text is not null)
             order by s.tried_at nulls first, s.id limit :most
            """;

    private final JdbcClient database;
    private final Scope scope;
    private final Clock clock;

    LookOnShelf(JdbcClient database, Scope scope, Clock clock) {
        this.database = database;
        this.scope = scope;
        this.clock = clock;
    }

    <I extends Item> List<I> items(Shelf<I> shelf, Filter filter, @Nullable Long after, int limit) {
        return filtered(
                        "select " + FOR_ALL + shelf.columns(),
                        shelf,
                        " and (:reason::text is null or s.reason = :reason) and (:after::bigint is null or s.id < :after) order by s.id desc limit :limit",
                        filter)
                .param("reason", filter.reason())
                .param("after", after)
                .param("limit", limit)
                .query(shelf.item())
                .list();
    }

    /** All of them, the most frequent first. */
    List<Reason> reasons(Shelf<?> shelf, Filter filter) {
        return filtered(
                        "select s.reason, count(*) as count",
                        shelf,
                        " group by s.reason order by count(*) desc, s.reason",
                        filter)
                .query(Reason.class)
                .list();
    }

    <I extends Item> Optional<I> item(Shelf<I> shelf, long id) {
        var sql = "select " + FOR_ALL + shelf.columns() + WITHIN.formatted(shelf.rows()) + " and s.id = :id";
        return within(sql, scope.institutions())
                .param("id", id)
                .query(shelf.item())
                .optional();
    }

    /** Those that somebody means and may do something about, the first {@link Asides#MOST} of them. */
    <M extends Meant> List<M> meant(Shelf<?> shelf, Choice choice, Class<M> row) {
        var ids = choice.ids();
        return within("select s.*" + CHOSEN.formatted(shelf.rows()), scope.institutions(Permission.WRITE))
                .param("any", ids == null)
                .param("ids", ids == null ? new Long[0] : ids.toArray(Long[]::new))
                .param("reason", choice.reason())
                .param("most", Asides.MOST)
                .query(row)
                .list();
    }

    private StatementSpec filtered(String select, Shelf<?> shelf, String rest, Filter filter) {
        var institution = filter.institution();
        var on = filter.on();
        return within(
                        select + FILTERED.formatted(shelf.rows(), shelf.narrowed()) + rest,
                        institution == null ? scope.institutions() : scope.subtree(institution))
                .param("discarded", filter.discarded())
                .param("kind", filter.kind())
                .param("device", filter.device())
                .param("from", startOf(on))
                .param("until", startOf(on == null ? null : on.plusDays(1)));
    }

    private StatementSpec within(String sql, @Nullable Set<UUID> part) {
        return database.sql(sql)
                .param("anywhere", part == null)
                .param("institutions", part == null ? new UUID[0] : part.toArray(UUID[]::new));
    }

    private @Nullable OffsetDateTime startOf(@Nullable LocalDate day) {
        return day == null ? null : day.atStartOfDay(clock.getZone()).toOffsetDateTime();
    }
}
