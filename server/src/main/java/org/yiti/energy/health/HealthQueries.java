package org.yiti.energy.health;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yiti.energy.source.Failing;
import org.yiti.identity.Scope;

/** How meters and their sources are, as far as whoever asks sees them. Those that people read are not asked after. */
@Component
class HealthQueries {

    enum State {
        /** Its readings cannot be made into consumption. */
        FAILED,
        /** A point names it, and nothing has come. */
        NEVER,
        /** A day and longer without a reading. */
        SILENT,
        /** It reports, and what it reports does not move. */
        STUCK,
        REPORTING
    }

    /**
     * @param source that spoke for it last
     * @param lastAt of its newest reading, by the clock of the device
     * @param failure in the words of who could not use its readings, or could not get one
     */
    record MeterHealth(
            UUID id,
            String code,
            String name,
            String energyKind,
            UUID institutionId,
            String institutionName,
            State state,
            @Nullable String source,
            @Nullable OffsetDateTime heardAt,
            @Nullable OffsetDateTime lastAt,
            @Nullable String failure) {}

    /**
     * @param failures in a row; 0 when it answered last
     * @param points that are read through it; 0 for one that publishes
     */
    record SourceHealth(
            UUID id,
            String name,
            String protocol,
            UUID institutionId,
            String institutionName,
            boolean enabled,
            int points,
            @Nullable OffsetDateTime heardAt,
            @Nullable String failure,
            int failures) {}

    /** @param left meters and sources that are not told of because there are too many */
    record Health(OffsetDateTime asOf, int left, List<MeterHealth> meters, List<SourceHealth> sources) {}

    private static final int MOST = 20_000;
    /** As a gap of hours is one (a day and the hour that was being measured); of a single reading no hour is ever known. */
    private static final Duration QUIET = Duration.ofHours(25);

    private static final String METERS = """
            select m.id, m.code, m.name, m.energy_kind, m.institution_id, i.name as institution_name, s.source, s.heard_at, s.last_at, s.failure,
                   (select min(ps.failure) from energy.point p join energy.point_state ps on ps.point_id = p.id where p.meter_id = m.id) as point_failure,
                   coalesce(f.silent_from <= :now, false) or s.heard_at < :quiet
                       or exists (select from energy.meter_fact x where x.meter_id = m.id and x.kind = 'meter.missing' and not x.settled) as is_silent,
                   exists (select from energy.meter_fact x where x.meter_id = m.id and x.kind = 'meter.stuck' and not x.settled) as is_stuck
              from energy.meter m
              join organization.institution i on i.id = m.institution_id
              left join energy.meter_state s on s.meter_id = m.id
              left join energy.meter_fold f on f.meter_id = m.id
             where (:anywhere or m.institution_id = any(:institutions))
               and (m.removed_on is null or m.removed_on >= :today)
               and (s.heard_at is not null or exists (select from energy.point p where p.meter_id = m.id))
             order by m.code, m.id limit :most
            """;

    private static final String SOURCES = """
            select s.id, s.name, s.protocol, s.institution_id, i.name as institution_name, s.enabled,
                   (select count(*)::integer from energy.point p where p.source_id = s.id) as points, t.heard_at, t.failure, coalesce(t.failures, 0) as failures
              from energy.source s
              join organization.institution i on i.id = s.institution_id
              left join energy.source_state t on t.source_id = s.id
             where (:anywhere or s.institution_id = any(:institutions))
             order by s.name, s.id limit :most
            """;

    private final JdbcClient database;
    private final Scope scope;
    private final Clock clock;

    HealthQueries(JdbcClient database, Scope scope, Clock clock) {
        this.database = database;
        this.scope = scope;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public Health ask(@Nullable UUID institution) {
        var part = institution == null ? scope.institutions() : scope.subtree(institution);
        var now = clock.instant();
        var meters = within(METERS, part)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("quiet", now.minus(QUIET).atOffset(ZoneOffset.UTC))
                .param("today", LocalDate.ofInstant(now, clock.getZone()))
                .query((row, n) -> meter(row))
                .list();
        var sources = within(SOURCES, part).query((row, n) -> source(row)).list();
        var left = Math.max(0, meters.size() - MOST) + Math.max(0, sources.size() - MOST);
        return new Health(at(now), left, first(meters), first(sources));
    }

    private static <T> List<T> first(List<T> all) {
        return all.subList(0, Math.min(MOST, all.size()));
    }

    private JdbcClient.StatementSpec within(String sql, @Nullable Set<UUID> part) {
        return database.sql(sql)
                .param("anywhere", part == null)
                .param("institutions", part == null ? new UUID[0] : part.toArray(UUID[]::new))
                .param("most", MOST + 1);
    }

    private static MeterHealth meter(ResultSet row) throws SQLException {
        var heard = row.getObject("heard_at", OffsetDateTime.class);
        var failure = row.getString("failure");
        var unread = row.getString("point_failure");
        return new MeterHealth(
                row.getObject("id", UUID.class),
                row.getString("code"),
                row.getString("name"),
                row.getString("energy_kind"),
                row.getObject("institution_id", UUID.class),
                row.getString("institution_name"),
                state(heard == null, failure != null, row.getBoolean("is_silent"), row.getBoolean("is_stuck")),
                row.getString("source"),
                heard,
                row.getObject("last_at", OffsetDateTime.class),
                Failing.shown(failure == null ? unread : failure, LocaleContextHolder.getLocale()));
    }

    private static SourceHealth source(ResultSet row) throws SQLException {
        return new SourceHealth(
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getString("protocol"),
                row.getObject("institution_id", UUID.class),
                row.getString("institution_name"),
                row.getBoolean("enabled"),
                row.getInt("points"),
                row.getObject("heard_at", OffsetDateTime.class),
                Failing.shown(row.getString("failure"), LocaleContextHolder.getLocale()),
                row.getInt("failures"));
    }

    /** The gravest of them: who never spoke cannot be stuck. */
    private static State state(boolean never, boolean failed, boolean silent, boolean stuck) {
        if (never) {
            return State.NEVER;
        }
        if (failed) {
            return State.FAILED;
        }
        if (silent) {
            return State.SILENT;
        }
        return stuck ? State.STUCK : State.REPORTING;
    }

    private static OffsetDateTime at(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }
}
