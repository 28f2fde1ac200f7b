package org.yiti.telemetry.where;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yiti.identity.Scope;
import org.yiti.safeguard.Act;
import org.yiti.safeguard.Audit;

/** Where everybody is, and how their terminals are. */
@Component
class NowQueries {

    /**
     * @param asOf what to ask with next time; a little back, for what was being written meanwhile
     * @param whole whether these are all, or only those that changed
     * @param left terminals that are not told of because there are too many
     */
    record Now(Instant asOf, boolean whole, int left, List<TerminalNow> terminals) {}

    private static final int MOST = 20_000;
    private static final Duration OVERLAP = Duration.ofSeconds(5);
    /** Whoever has not asked for longer is told everything again. */
    private static final Duration REMEMBERED = Duration.ofHours(1);

    private static final String ALL = """
            select t.id, t.phone, t.plate, t.institution_id, i.name as institution_name, l.at, l.lat, l.lon, l.speed, l.direction,
                   l.status, l.fuel, l.received_at, l.astray_at, k.connected_at, k.heard_at, k.refused_at, k.session is not null as connected
              from telemetry.terminal t
              join organization.institution i on i.id = t.institution_id
              left join telemetry.link k on k.terminal_id = t.id
              -- what it told before it came into its vehicle was told of another
              left join telemetry.latest l on l.terminal = t.number
                   and (t.fitted_on is null or l.at is null or l.at >= t.fitted_on::timestamp at time zone 'Asia/Shanghai')
             where (t.removed_on is null or t.removed_on >= :today)
               and (:anywhere or t.institution_id = any(:institutions))
               and (:since::timestamptz is null
                    or greatest(l.noted_at, k.connected_at, k.parted_at, k.refused_at) > :since
                    -- what time alone changes
                    or l.at + :fresh::interval between :since and :now
                    or k.heard_at + :connected::interval between :since and :now)
             order by t.plate, t.phone
            """;

    private final JdbcClient database;
    private final Scope scope;
    private final TrackEyes eyes;
    private final Audit audit;
    private final Clock clock;

    NowQueries(JdbcClient database, Scope scope, TrackEyes eyes, Audit audit, Clock clock) {
        this.database = database;
        this.scope = scope;
        this.eyes = eyes;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    public Now ask(@Nullable UUID institution, @Nullable Instant before) {
        var part = institution == null ? scope.institutions() : scope.subtree(institution);
        var now = clock.instant();
        var since = before != null && before.isAfter(now.minus(REMEMBERED)) && !before.isAfter(now) ? before : null;
        var seen = eyes.sight();
        var terminals = new ArrayList<>(ask(part, since, now, seen));
        tell(terminals, institution, since);
        var left = Math.max(0, terminals.size() - MOST);
        return new Now(now.minus(OVERLAP), since == null, left, terminals.subList(0, Math.min(MOST, terminals.size())));
    }

    /** Of those that moved since, which: a moment a little back could be asked for again and again. */
    private void tell(List<TerminalNow> terminals, @Nullable UUID institution, @Nullable Instant since) {
        var seen = terminals.stream()
                .limit(MOST)
                .filter(one -> one.place() != null)
                .map(TerminalNow::id)
                .toList();
        if (!seen.isEmpty()) {
            audit.record(Act.of("track.watched", "telemetry", "now")
                    .in(institution)
                    .with("since", since)
                    .with("vehicles", seen.size())
                    .of(since == null ? List.of() : seen));
        }
    }

    private List<TerminalNow> ask(
            @Nullable Set<UUID> part, @Nullable Instant since, Instant now, Predicate<UUID> seen) {
        return database.sql(ALL)
                .param("today", LocalDate.ofInstant(now, clock.getZone()))
                .param("anywhere", part == null)
                .param("institutions", part == null ? new UUID[0] : part.toArray(UUID[]::new))
                .param("since", since == null ? null : since.atOffset(ZoneOffset.UTC))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("fresh", TerminalNow.FRESH.toString())
                .param("connected", TerminalNow.CONNECTED.toString())
                .query((row, n) -> TerminalNow.of(row, now, seen))
                .list();
    }
}
