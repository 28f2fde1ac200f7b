package org.yiti.energy.curves;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.yiti.energy.EnergyRefusal;
import org.yiti.identity.Needs;
import org.yiti.identity.Permission;
import org.yiti.identity.Scope;
import org.yiti.kernel.Refused;

@RestController
@Needs(Permission.READ)
@RequestMapping("/api/energy")
class CurveController {

    /** How fine a curve is drawn; weeks begin on Monday. */
    enum Step {
        hour(400),
        day(4000),
        week(40_000),
        month(40_000),
        year(40_000);

        final int mostDays;

        Step(int mostDays) {
            this.mostDays = mostDays;
        }
    }

    /** Four years of hours: what a page holds in hand at once. */
    private static final int MOST_DAYS = 1500;

    private final CurveQueries curves;
    private final DayQueries days;
    private final PartQueries parts;
    private final Scope scope;
    private final Clock clock;

    CurveController(CurveQueries curves, DayQueries days, PartQueries parts, Scope scope, Clock clock) {
        this.curves = curves;
        this.days = days;
        this.parts = parts;
        this.scope = scope;
        this.clock = clock;
    }

    /** @param to the last day, included; by default the day of the newest reading */
    @GetMapping("/meters/{id}/series")
    CurveQueries.Series series(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to,
            @RequestParam(defaultValue = "day") Step step) {
        var meter = visible(id);
        var last = to == null ? lastDay(id) : to;
        var first = from == null ? last.minusDays(step == Step.hour ? 30 : 364) : from;
        require(first, last, step.mostDays);
        return curves.series(meter, first, last, step, days.night(id, last));
    }

    /**
     * Every day with its hours and its place in the calendar: heat maps, typical days and nights are made of these.
     * By default two years to the newest reading, so that the last one can be compared with the one before.
     */
    @GetMapping("/meters/{id}/days")
    DayQueries.Days days(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to) {
        visible(id);
        var last = to == null ? lastDay(id) : to;
        var first = from == null ? last.minusDays(730) : from;
        require(first, last, MOST_DAYS);
        return days.days(id, first, last);
    }

    /** The meter beside those below it, by month, kind of day and hour. */
    @GetMapping("/meters/{id}/parts")
    PartQueries.Parts parts(@PathVariable UUID id, @RequestParam LocalDate from, @RequestParam LocalDate to) {
        var meter = visible(id);
        require(from, to, MOST_DAYS);
        return parts.parts(meter, from, to);
    }

    private CurveQueries.Meter visible(UUID id) {
        var meter = curves.meter(id);
        if (!scope.contains(meter.institutionId())) {
            throw new Refused(EnergyRefusal.METER_NOT_FOUND);
        }
        return meter;
    }

    private LocalDate lastDay(UUID id) {
        return curves.lastDay(id).orElseGet(() -> LocalDate.now(clock));
    }

    private static void require(LocalDate first, LocalDate last, int mostDays) {
        if (ChronoUnit.DAYS.between(first, last) > mostDays || first.isAfter(last)) {
            throw new Refused(EnergyRefusal.SPAN_TOO_LONG, Map.of("days", mostDays));
        }
    }
}
