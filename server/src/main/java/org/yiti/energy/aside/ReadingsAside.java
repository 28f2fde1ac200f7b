package org.yiti.energy.aside;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yiti.energy.EnergyRefusal;
import org.yiti.energy.intake.ToldReading;
import org.yiti.identity.Scope;
import org.yiti.kernel.Refused;
import org.yiti.meters.json.MeterReading;

/** Readings that were set aside, as far as whoever asks sees their sources; each with what would become of it now. */
@Component
class ReadingsAside {

    record Filter(
            @Nullable UUID institution,
            boolean discarded,
            @Nullable String device,
            @Nullable String reason,
            @Nullable LocalDate on) {}

    /**
     * @param source {@code mqtt/gw-01}
     * @param reading as it was told
     * @param reason why it was refused, such as {@code energy/meter-not-known}
     * @param now why it would be refused now; null where it would be taken
     * @param note why it was discarded
     */
    record Item(
            long id,
            String source,
            UUID institutionId,
            String institutionName,
            String batch,
            MeterReading reading,
            OffsetDateTime at,
            String reason,
            @Nullable String now,
            int tries,
            @Nullable OffsetDateTime triedAt,
            @Nullable OffsetDateTime discardedAt,
            @Nullable String discardedBy,
            @Nullable String note) {

        Item with(@Nullable String why) {
            return new Item(
                    id,
                    source,
                    institutionId,
                    institutionName,
                    batch,
                    reading,
                    at,
                    reason,
                    why,
                    tries,
                    triedAt,
                    discardedAt,
                    discardedBy,
                    note);
        }
    }

    record Reason(String reason, long count) {}

    /**
     * @param next of the page behind this one; null where there is none
     * @param count of all pages
     * @param reasons of all that the other filters let through, the most frequent first
     */
    record Page(List<Item> items, @Nullable Long next, long count, List<Reason> reasons) {}

    private static final String FROM = """
              from energy.set_aside s
              join organization.institution i on i.id = s.institution_id
             where (:anywhere or s.institution_id = any(:institutions))
            """;
    private static final String FILTERED = FROM + """
               and (s.discarded_at is not null) = :discarded
               and (:device::text is null or strpos(s.meter, :device) > 0 or strpos(s.source, :device) > 0)
               and (:from::timestamptz is null or s.at >= :from and s.at < :until)
            """;
    private static final String ITEM = "select s.*, i.name as institution_name ";

    private final JdbcClient database;
    private final JudgeAgain judge;
    private final Scope scope;
    private final Clock clock;

    ReadingsAside(JdbcClient database, JudgeAgain judge, Scope scope, Clock clock) {
        this.database = database;
        this.judge = judge;
        this.scope = scope;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public Page page(Filter filter, @Nullable Long after, int limit, Locale locale) {
        var items = filtered(
                        ITEM + FILTERED
                                + " and (:reason::text is null or s.reason = :reason) and (:after::bigint is null or s.id < :after) order by s.id desc limit :limit",
                        filter)
                .param("reason", filter.reason())
                .param("after", after)
                .param("limit", limit + 1)
                .query((row, n) -> item(row))
                .list();
        var reasons = filtered(
                        "select s.reason, count(*) as count " + FILTERED
                                + " group by s.reason order by count(*) desc, s.reason",
                        filter)
                .query(Reason.class)
                .list();
        var shown = items.subList(0, Math.min(limit, items.size()));
        var count = reasons.stream()
                .filter(one -> filter.reason() == null || one.reason().equals(filter.reason()))
                .mapToLong(Reason::count)
                .sum();
        return new Page(
                judge.judged(shown, locale),
                items.size() > limit ? shown.get(limit - 1).id() : null,
                count,
                reasons);
    }

    @Transactional(readOnly = true)
    public Item get(long id, Locale locale) {
        var found = within(ITEM + FROM + " and s.id = :id", null)
                .param("id", id)
                .query((row, n) -> item(row))
                .list();
        if (found.isEmpty()) {
            throw new Refused(EnergyRefusal.ASIDE_NOT_FOUND);
        }
        return judge.judged(found, locale).get(0);
    }

    private StatementSpec filtered(String sql, Filter filter) {
        return within(sql, filter.institution())
                .param("discarded", filter.discarded())
                .param("device", filter.device())
                .param("from", startOf(filter.on()))
                .param("until", startOf(filter.on() == null ? null : filter.on().plusDays(1)));
    }

    private StatementSpec within(String sql, @Nullable UUID institution) {
        var part = institution == null ? scope.institutions() : scope.subtree(institution);
        return database.sql(sql)
                .param("anywhere", part == null)
                .param("institutions", part == null ? new UUID[0] : part.toArray(UUID[]::new));
    }

    private @Nullable OffsetDateTime startOf(@Nullable LocalDate day) {
        return day == null ? null : day.atStartOfDay(clock.getZone()).toOffsetDateTime();
    }

    private static Item item(ResultSet row) throws SQLException {
        return new Item(
                row.getLong("id"),
                row.getString("source"),
                row.getObject("institution_id", UUID.class),
                row.getString("institution_name"),
                row.getString("batch"),
                ToldReading.read(row.getString("content")),
                row.getObject("at", OffsetDateTime.class),
                row.getString("reason"),
                null,
                row.getInt("tries"),
                row.getObject("tried_at", OffsetDateTime.class),
                row.getObject("discarded_at", OffsetDateTime.class),
                row.getString("discarded_by"),
                row.getString("note"));
    }
}
