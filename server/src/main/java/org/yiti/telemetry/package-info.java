/**
 * What devices say: terminals of vehicles and their positions, stored before they are acknowledged.
 *
 * <p>Start reading at {@code gateway/Gateway}.
 */
@ApplicationModule(
        displayName = "物联感知 Telemetry",
        allowedDependencies = {"kernel", "identity", "safeguard", "safeguard :: aside"})
@NullMarked
package org.yiti.telemetry;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
