package org.yiti.telemetry.where;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yiti.identity.Permission;
import org.yiti.identity.Scope;
import org.yiti.identity.Unscoped;
import org.yiti.kernel.UseCase;
import org.yiti.safeguard.Act;
import org.yiti.safeguard.Purpose;
import org.yiti.safeguard.Reveal;

/**
 * Whose vehicles were near a place within a time. It searches the ways of everybody to find some, so it needs what showing
 * a masked value needs: the permission, a purpose and a reason, both kept; and only so many an hour.
 */
@UseCase
class SearchNearby {

    /**
     * @param latitude WGS-84, degrees
     * @param metres around it
     */
    record Request(
            double latitude,
            double longitude,
            int metres,
            @NotNull Instant from,
            @NotNull Instant to,
            @NotNull Purpose purpose,
            @NotBlank @Size(max = 500) String reason) {}

    /** @param metres how near it came */
    record Visit(
            UUID terminal,
            String phone,
            @Nullable String plate,
            UUID institutionId,
            String institutionName,
            Instant from,
            Instant to,
            long metres) {}

    /** @param searched terminals whose positions were looked through */
    record Found(int searched, List<Visit> visits) {}

    /** Whose a terminal was, in which vehicle. */
    private record Held(
            UUID id, int number, String phone, @Nullable String plate, UUID institutionId, String institutionName) {}

    /** @param day on which it was theirs */
    private record Candidate(Held held, LocalDate day) {}

    private static final Duration LONGEST = Duration.ofHours(24);
    private static final Instant FIRST = Instant.parse("2011-01-01T00:00:00Z");
    private static final int LEAST_METRES = 20;
    private static final int MOST_METRES = 5000;

    private final JdbcClient database;
    private final Scope scope;
    private final Reveal reveal;
    private final Ways ways;
    private final Clock clock;

    SearchNearby(JdbcClient database, Scope scope, Reveal reveal, Ways ways, Clock clock) {
        this.ways = ways;
        this.database = database;
        this.scope = scope;
        this.reveal = reveal;
        this.clock = clock;
    }

    public Found search(Request request) {
        scope.require(Permission.REVEAL);
        refuseTheImpossible(request);
        reveal.searched(
                Act.of(Reveal.SEARCH, "telemetry", "track")
                        .with("latitude", request.latitude())
                        .with("longitude", request.longitude())
                        .with("metres", request.metres())
                        .with("from", request.from())
                        .with("to", request.to()),
                request.purpose(),
                request.reason());
        return Unscoped.because(
                "terminals are found by who had them on the day, where whoever asks may see tracks; their positions are asked for them alone",
                () -> found(request));
    }

    private void refuseTheImpossible(Request request) {
        var from = request.from();
        var to = request.to();
        new Possible()
                .require(Math.abs(request.latitude()) <= 90, "/latitude", "应在 -90 到 90 之间", "is between -90 and 90")
                .require(
                        Math.abs(request.longitude()) <= 180,
                        "/longitude",
                        "应在 -180 到 180 之间",
                        "is between -180 and 180")
                .require(
                        request.metres() >= LEAST_METRES && request.metres() <= MOST_METRES,
                        "/metres",
                        "应为 20 到 5000 米",
                        "is 20 to 5000 m")
                .require(from.isAfter(FIRST), "/from", "应在 2011 年以后", "is after 2011")
                .require(from.isBefore(clock.instant()), "/from", "还没有到", "has not come yet")
                .require(to.isAfter(from), "/to", "应晚于开始时间", "is after the beginning")
                .require(
                        !to.isAfter(from.plus(LONGEST)),
                        "/to",
                        "一次最多查 24 小时",
                        "at most 24 hours are searched at a time")
                .orRefuse();
    }

    /** Of the institutions where whoever asks may both see tracks and have guarded values shown, day by day: who had a vehicle then. */
    private List<Candidate> candidates(Request request) {
        var tracks = scope.institutions(Permission.TRACK);
        var reveals = scope.institutions(Permission.REVEAL);
        return database.sql("""
                        select t.id, t.number, t.phone, f.plate, i.id as institution_id, i.name as institution_name, d.day::date as day
                          from generate_series(:from::date, :to::date, interval '1 day') d (day)
                         cross join telemetry.terminal t
                          left join telemetry.fitting f on f.terminal = t.number and f.valid @> d.day::date
                          join organization.institution i on i.id = coalesce(f.institution_id, t.institution_id)
                         where (:everyTrack or i.id = any(:tracks)) and (:everyReveal or i.id = any(:reveals))
                        """)
                .param("from", day(request.from()))
                .param("to", day(request.to()))
                .param("everyTrack", tracks == null)
                .param("tracks", array(tracks))
                .param("everyReveal", reveals == null)
                .param("reveals", array(reveals))
                .query((row, n) -> new Candidate(
                        new Held(
                                row.getObject("id", UUID.class),
                                row.getInt("number"),
                                row.getString("phone"),
                                row.getString("plate"),
                                row.getObject("institution_id", UUID.class),
                                row.getString("institution_name")),
                        row.getObject("day", LocalDate.class)))
                .list();
    }

    private LocalDate day(Instant moment) {
        return LocalDate.ofInstant(moment, clock.getZone());
    }

    private static UUID[] array(@Nullable Set<UUID> institutions) {
        return institutions == null ? new UUID[0] : institutions.toArray(UUID[]::new);
    }

    private Found found(Request request) {
        var known = new HashMap<Integer, Map<LocalDate, Held>>();
        candidates(request)
                .forEach(one -> known.computeIfAbsent(one.held().number(), number -> new HashMap<>())
                        .put(one.day(), one.held()));
        var visits = new ArrayList<Visit>();
        // by the day of each position: a stay across midnight is one, and of one that changed hands each sees their own
        ways.within(
                        request,
                        known.keySet(),
                        (number, second) ->
                                known.getOrDefault(number, Map.of()).get(day(Instant.ofEpochSecond(second))))
                .forEach((held, way) -> way.all().forEach(visit -> visits.add(visit(held, visit))));
        visits.sort(Comparator.comparing(Visit::from));
        return new Found(known.size(), visits);
    }

    private static Visit visit(Held one, Visits.Visit visit) {
        return new Visit(
                one.id(),
                one.phone(),
                one.plate(),
                one.institutionId(),
                one.institutionName(),
                Instant.ofEpochSecond(visit.from()),
                Instant.ofEpochSecond(visit.to()),
                visit.metres());
    }
}
