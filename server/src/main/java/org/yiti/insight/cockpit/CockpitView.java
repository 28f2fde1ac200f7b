package org.yiti.insight.cockpit;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yiti.kernel.Label;

/** What we hold, what breaches, how it goes. Lists of findings are asked of supervision itself. */
record CockpitView(
        LocalDate asOf,
        @Nullable Unit unit,
        List<Holding> holdings,
        FindingTotals findings,
        List<ByRule> byRule,
        List<ByInstitution> byInstitution,
        List<FindingMonth> trend,
        List<EnergyMonth> energyTrend,
        List<FleetMonth> fleetTrend,
        List<UseTotal> roomUse,
        Idle idle) {

    record Unit(UUID id, String name) {}

    /** @param definition what is counted; one hover away on the screen */
    record Holding(
            String key,
            Label label,
            @Nullable BigDecimal value,
            @Nullable String unit,
            String href,
            Label definition) {}

    /**
     * Reminders stand apart: what will run out is no breach, and no other figure counts them.
     *
     * @param lapsed reminders of what has run out already
     */
    record FindingTotals(
            long open,
            long violation,
            long suspicion,
            long reminder,
            long lapsed,
            long unseen,
            long verifying,
            long explaining,
            long rectifying,
            long reviewing,
            long overdue,
            long closedThisMonth,
            long mendedThisMonth) {}

    record ByRule(String rule, String code, Label title, String module, String severity, long open) {}

    record ByInstitution(UUID id, String name, long open, long violation, long overdue) {}

    record FindingMonth(String month, long opened, long closed, long open) {}

    record EnergyMonth(
            String month,
            @Nullable BigDecimal electricity,
            @Nullable BigDecimal lastYear) {}

    record FleetMonth(String month, BigDecimal km, BigDecimal litres, BigDecimal amount) {}

    record UseTotal(String use, long rooms, BigDecimal area) {}

    record Idle(long rooms, BigDecimal area, long vehicles) {}
}
