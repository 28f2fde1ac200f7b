package org.yiti.telemetry.aside;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yiti.identity.Scope;

/** Messages that were set aside, as far as whoever asks sees their terminals. */
@Component
class AsideQueries {

    record Filter(
            @Nullable UUID institution,
            boolean discarded,
            @Nullable AsideKind kind,
            @Nullable String device,
            @Nullable String reason,
            @Nullable LocalDate on) {}

    /**
     * @param terminal null where nobody knows any more whose it was
     * @param reason in the words of the database, without values
     * @param note why it was discarded
     */
    record Item(
            long id,
            AsideKind kind,
            @Nullable UUID terminal,
            @Nullable String phone,
            @Nullable UUID institutionId,
            @Nullable String institutionName,
            OffsetDateTime at,
            String reason,
            int tries,
            @Nullable OffsetDateTime triedAt,
            @Nullable OffsetDateTime discardedAt,
            @Nullable String discardedBy,
            @Nullable String note) {}

    record Reason(String reason, long count) {}

    /**
     * @param next of the page behind this one; null where there is none
     * @param count of all pages
     * @param reasons of all that the other filters let through, the most frequent first
     */
    record Page(List<Item> items, @Nullable Long next, long count, List<Reason> reasons) {}

    private static final String FROM = """
              from telemetry.set_aside s
              left join telemetry.terminal t on t.number = s.terminal
              left join organization.institution i on i.id = t.institution_id
             where (:anywhere or t.institution_id = any(:institutions))
            """;
    private static final String FILTERED = FROM + """
               and (s.discarded_at is not null) = :discarded
               and (:kind::text is null or s.kind = :kind)
               and (:device::text is null or strpos(t.phone, :device) > 0)
               and (:from::timestamptz is null or s.at >= :from and s.at < :until)
            """;
    private static final String ITEM = """
            select s.id, s.kind, t.id as terminal, t.phone, t.institution_id, i.name as institution_name, s.at, s.why as reason, s.tries,
                   s.tried_at, s.discarded_at, s.discarded_by, s.note
            """;
    private static final int MOST_REASONS = 50;

    private final JdbcClient database;
    private final Scope scope;
    private final Clock clock;

    AsideQueries(JdbcClient database, Scope scope, Clock clock) {
        this.database = database;
        this.scope = scope;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public Page page(Filter filter, @Nullable Long after, int limit) {
        var items = filtered(
                        ITEM + FILTERED
                                + " and (:reason::text is null or s.why = :reason) and (:after::bigint is null or s.id < :after) order by s.id desc limit :limit",
                        filter)
                .param("reason", filter.reason())
                .param("after", after)
                .param("limit", limit + 1)
                .query((row, n) -> item(row))
                .list();
        var reasons = filtered(
                        "select s.why as reason, count(*) as count " + FILTERED
                                + " group by s.why order by count(*) desc, s.why",
                        filter)
                .query(Reason.class)
                .list();
        var shown = items.subList(0, Math.min(limit, items.size()));
        var count = reasons.stream()
                .filter(one -> filter.reason() == null || one.reason().equals(filter.reason()))
                .mapToLong(Reason::count)
                .sum();
        return new Page(
                shown,
                items.size() > limit ? shown.get(limit - 1).id() : null,
                count,
                reasons.subList(0, Math.min(MOST_REASONS, reasons.size())));
    }

    /** Where whoever asks may read. */
    Optional<Item> find(long id) {
        var part = scope.institutions();
        return database.sql(ITEM + FROM + " and s.id = :id")
                .param("anywhere", part == null)
                .param("institutions", part == null ? new UUID[0] : part.toArray(UUID[]::new))
                .param("id", id)
                .query((row, n) -> item(row))
                .optional();
    }

    private StatementSpec filtered(String sql, Filter filter) {
        var institution = filter.institution();
        var part = institution == null ? scope.institutions() : scope.subtree(institution);
        return database.sql(sql)
                .param("anywhere", part == null)
                .param("institutions", part == null ? new UUID[0] : part.toArray(UUID[]::new))
                .param("discarded", filter.discarded())
                .param("kind", filter.kind() == null ? null : filter.kind().name())
                .param("device", filter.device())
                .param("from", startOf(filter.on()))
                .param("until", startOf(filter.on() == null ? null : filter.on().plusDays(1)));
    }

    private @Nullable OffsetDateTime startOf(@Nullable LocalDate day) {
        return day == null ? null : day.atStartOfDay(clock.getZone()).toOffsetDateTime();
    }

    private static Item item(ResultSet row) throws SQLException {
        return new Item(
                row.getLong("id"),
                AsideKind.valueOf(row.getString("kind")),
                row.getObject("terminal", UUID.class),
                row.getString("phone"),
                row.getObject("institution_id", UUID.class),
                row.getString("institution_name"),
                row.getObject("at", OffsetDateTime.class),
                row.getString("reason"),
                row.getInt("tries"),
                row.getObject("tried_at", OffsetDateTime.class),
                row.getObject("discarded_at", OffsetDateTime.class),
                row.getString("discarded_by"),
                row.getString("note"));
    }
}
