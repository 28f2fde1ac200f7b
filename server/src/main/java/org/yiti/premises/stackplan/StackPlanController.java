package org.yiti.premises.stackplan;

import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.yiti.identity.Needs;
import org.yiti.identity.Permission;

@RestController
@Needs(Permission.READ)
class StackPlanController {

    private final StackPlanQueries plans;
    private final Clock clock;

    StackPlanController(StackPlanQueries plans, Clock clock) {
        this.plans = plans;
        this.clock = clock;
    }

    /** @param on the day to draw; today when not given */
    @GetMapping("/api/premises/buildings/{id}/stack")
    StackPlanQueries.StackPlan stack(@PathVariable UUID id, @RequestParam(required = false) @Nullable LocalDate on) {
        return plans.get(id, on == null ? LocalDate.now(clock) : on);
    }
}
