/**
 * Energy and water: meters, readings, monthly ledgers, quotas and duties.
 *
 * <p>Start reading at {@code EnergyLedgers}, and for what meters report at {@code metering/StoreReadings}.
 */
@ApplicationModule(
        displayName = "公共机构节能 Energy",
        allowedDependencies = {"kernel", "identity", "safeguard", "safeguard :: aside", "calendar"})
@NullMarked
package org.yiti.energy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
