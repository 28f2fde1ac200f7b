package org.yiti.energy.metering;

import static java.time.DayOfWeek.MONDAY;
import static java.time.temporal.TemporalAdjusters.previousOrSame;

import jakarta.validation.Valid;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.yiti.energy.EnergyRefusal;
import org.yiti.identity.Needs;
import org.yiti.identity.Permission;
import org.yiti.identity.Scope;
import org.yiti.kernel.Refused;

@RestController
@Needs(Permission.READ)
@RequestMapping("/api/energy")
class MeteringController {

    /** How fine consumption is told; weeks begin on Monday. */
    enum Grain {
        quarterHour(31),
        hour(62),
        day(1500),
        week(15_000),
        month(15_000),
        year(40_000);

        final int mostDays;

        Grain(int mostDays) {
            this.mostDays = mostDays;
        }
    }

    /** @param entries of closed months: number 0 is the booking, each other a correction of what was known before */
    record Told(String grain, List<IntervalQueries.Point> points, List<IntervalQueries.Entry> entries) {}

    /** No reading speaks of earlier. */
    private static final LocalDate FIRST = LocalDate.of(1900, 1, 1);

    private final IntervalQueries intervals;
    private final PointQueries points;
    private final CloseMonth closeMonth;
    private final JdbcClient database;
    private final Scope scope;

    MeteringController(
            IntervalQueries intervals, PointQueries points, CloseMonth closeMonth, JdbcClient database, Scope scope) {
        this.intervals = intervals;
        this.points = points;
        this.closeMonth = closeMonth;
        this.database = database;
        this.scope = scope;
    }

    /** @param to the last day, included */
    @GetMapping("/meters/{id}/intervals")
    Told intervals(
            @PathVariable UUID id,
            @RequestParam LocalDate from,
            @RequestParam LocalDate to,
            @RequestParam(defaultValue = "day") Grain grain) {
        requireVisible(id);
        require(from, to, grain.mostDays);
        var told = switch (grain) {
            case hour -> intervals.hours(id, from, to);
            case quarterHour -> intervals.quarterHours(id, from, to);
            case day -> Buckets.added(intervals.days(id, from, to), day -> day, Period.ofDays(1));
            case week ->
                Buckets.added(intervals.days(id, from, to), day -> day.with(previousOrSame(MONDAY)), Period.ofWeeks(1));
            case month -> Buckets.added(intervals.days(id, from, to), day -> day.withDayOfMonth(1), Period.ofMonths(1));
            case year -> Buckets.added(intervals.days(id, from, to), day -> day.withDayOfYear(1), Period.ofYears(1));
        };
        return new Told(grain.name(), told, intervals.entries(id, from, to));
    }

    /** What was told between two moments: what a figure rests on. */
    @GetMapping("/meters/{id}/raw-readings")
    List<PointQueries.Kept> rawReadings(
            @PathVariable UUID id, @RequestParam OffsetDateTime from, @RequestParam OffsetDateTime to) {
        requireVisible(id);
        require(from.toLocalDate(), to.toLocalDate(), Grain.year.mostDays);
        return points.readings(id, from, to);
    }

    /** When it was last heard, and what is wrong with it. */
    @GetMapping("/meters/{id}/device")
    PointQueries.Device device(@PathVariable UUID id) {
        requireVisible(id);
        return points.device(id);
    }

    /** Day by day, what it counts beside those below it. */
    @GetMapping("/meters/{id}/balance")
    List<PointQueries.Balanced> balance(
            @PathVariable UUID id, @RequestParam LocalDate from, @RequestParam LocalDate to) {
        requireVisible(id);
        require(from, to, Grain.day.mostDays);
        return points.balance(id, from, to);
    }

    @Needs(Permission.WRITE)
    @PostMapping("/closed-months")
    @ResponseStatus(HttpStatus.CREATED)
    CloseMonth.Closed close(@Valid @RequestBody CloseMonth.Request request) {
        return closeMonth.close(request);
    }

    private void requireVisible(UUID id) {
        database.sql("select institution_id from energy.meter where id = :id")
                .param("id", id)
                .query(UUID.class)
                .optional()
                .filter(scope::contains)
                .orElseThrow(() -> new Refused(EnergyRefusal.METER_NOT_FOUND));
    }

    private static void require(LocalDate first, LocalDate last, int mostDays) {
        if (first.isAfter(last) || first.isBefore(FIRST) || ChronoUnit.DAYS.between(first, last) > mostDays) {
            throw new Refused(EnergyRefusal.SPAN_TOO_LONG, Map.of("days", mostDays));
        }
    }
}
