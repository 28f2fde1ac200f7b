package org.yiti.telemetry.where;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yiti.identity.Permission;
import org.yiti.identity.Scope;
import org.yiti.identity.Unscoped;
import org.yiti.kernel.Refused;
import org.yiti.kernel.UseCase;
import org.yiti.safeguard.Act;
import org.yiti.safeguard.Audit;
import org.yiti.telemetry.TelemetryRefusal;
import org.yiti.telemetry.facts.Fittings;

/** A terminal's day, to those who had its vehicle that day. That it was read is kept: where a vehicle was tells where whoever was in it was. */
@UseCase
class ReadTrack {

    /**
     * @param positions how many there are with a fix; as many are in {@code points} where {@code metres} is 0
     * @param unplaced how many say no place: without a fix, encrypted, or not on earth
     * @param points of each: second of the day, latitude and longitude in millionths of a degree (WGS-84), speed in
     *     0.1 km/h, degrees from north, 1 where the ignition is on
     * @param gaps longer than five minutes, in seconds of the day: no line is known there
     * @param minutes of each that has positions: minute of the day, highest speed in 0.1 km/h, fuel in 0.1 L or -1
     * @param fuelInPercent fuel is told in 0.1 % instead
     */
    record Track(
            UUID terminal,
            String phone,
            @Nullable String plate,
            UUID institutionId,
            String institutionName,
            LocalDate on,
            int metres,
            int positions,
            int unplaced,
            List<int[]> points,
            List<DayOfFixes.Gap> gaps,
            List<int[]> minutes,
            boolean fuelInPercent) {}

    private static final LocalDate FIRST = LocalDate.of(2011, 1, 1);
    private static final int MOST_METRES = 10_000;

    private static final String DAY = """
            select extract(epoch from at - :from)::integer as second, lat, lon, speed, direction, status, fuel,
                   telemetry.is_place(lat, lon, status) as is_place
              from telemetry.told(:terminal, :from, :until) order by at, place
            """;

    private final JdbcClient database;
    private final Scope scope;
    private final Fittings fittings;
    private final Audit audit;
    private final Clock clock;

    ReadTrack(JdbcClient database, Scope scope, Fittings fittings, Audit audit, Clock clock) {
        this.fittings = fittings;
        this.database = database;
        this.scope = scope;
        this.audit = audit;
        this.clock = clock;
    }

    public Track read(UUID id, LocalDate on, int metres) {
        var subject = fittings.on(on, id)
                .filter(one -> scope.contains(one.institutionId()))
                .orElseThrow(() -> new Refused(TelemetryRefusal.TERMINAL_NOT_FOUND));
        scope.require(Permission.TRACK, subject.institutionId());
        new Possible()
                .require(
                        !on.isBefore(FIRST) && !on.isAfter(LocalDate.now(clock).plusDays(1)),
                        "/on",
                        "应为 2011 年以来、今天以前的一天",
                        "is a day since 2011 that has come")
                .require(metres >= 0 && metres <= MOST_METRES, "/metres", "应为 0 到 10000", "is between 0 and 10000")
                .orRefuse();
        audit.record(Act.of("track.read", "telemetry.terminal", id)
                .in(subject.institutionId())
                .with("day", on));
        var day = new DayOfFixes();
        var unplaced = Unscoped.because(
                "whoever asks may see tracks where the terminal was that day; its positions of that day are asked for alone",
                () -> collect(subject.number(), on, day));
        return new Track(
                id,
                subject.phone(),
                subject.plate(),
                subject.institutionId(),
                subject.institutionName(),
                on,
                metres,
                day.size(),
                unplaced,
                day.points(metres),
                day.gaps(),
                day.minutes(),
                day.fuelInPercent());
    }

    /** @return how many say no place */
    private Integer collect(int terminal, LocalDate on, DayOfFixes day) {
        var unplaced = new int[1];
        database.sql(DAY)
                .param("terminal", terminal)
                .param("from", startOf(on))
                .param("until", startOf(on.plusDays(1)))
                .query(row -> {
                    if (row.getBoolean("is_place")) {
                        day.add(fix(row));
                    } else {
                        unplaced[0]++;
                    }
                });
        return unplaced[0];
    }

    private OffsetDateTime startOf(LocalDate day) {
        return day.atStartOfDay(clock.getZone()).toOffsetDateTime();
    }

    private static Fix fix(ResultSet row) throws SQLException {
        return new Fix(
                row.getInt("second"),
                row.getInt("lat"),
                row.getInt("lon"),
                row.getInt("speed") & 0xffff,
                row.getInt("direction"),
                (row.getInt("status") & 1) != 0,
                Fuel.of(row.getObject("fuel", Integer.class)));
    }
}
