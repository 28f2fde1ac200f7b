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

    /** How fine a curve is drawn. */
    enum Step {
        hour(400),
        day(4000),
        month(40_000);

        final int mostDays;

        Step(int mostDays) {
            this.mostDays = mostDays;
        }
    }

    private final CurveQueries curves;
    private final Scope scope;
    private final Clock clock;

    CurveController(CurveQueries curves, Scope scope, Clock clock) {
        this.curves = curves;
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
        var meter = curves.meter(id);
        if (!scope.contains(meter.institutionId())) {
            throw new Refused(EnergyRefusal.METER_NOT_FOUND);
        }
        var last = to == null ? curves.lastDay(id).orElseGet(() -> LocalDate.now(clock)) : to;
        var first = from == null ? last.minusDays(step == Step.hour ? 30 : 364) : from;
        if (ChronoUnit.DAYS.between(first, last) > step.mostDays || first.isAfter(last)) {
            throw new Refused(EnergyRefusal.SPAN_TOO_LONG, Map.of("days", step.mostDays));
        }
        return curves.series(meter, first, last, step);
    }
}
