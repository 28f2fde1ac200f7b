/**
 * Official vehicles: quotas, vehicles, drivers, orders, trips, fuel and upkeep.
 *
 * <p>Start reading at {@code FleetLedgers}.
 */
@ApplicationModule(
        displayName = "公务用车 Fleet",
        allowedDependencies = {"kernel", "law", "telemetry"})
@NullMarked
package org.yiti.fleet;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
