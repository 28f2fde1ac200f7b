/**
 * Office premises: sites, buildings, floors, rooms, who uses them, leases and charges.
 *
 * <p>Start reading at {@code PremisesLedgers}.
 */
@ApplicationModule(
        displayName = "办公用房 Premises",
        allowedDependencies = {"kernel", "identity", "safeguard"})
@NullMarked
package org.yiti.premises;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
