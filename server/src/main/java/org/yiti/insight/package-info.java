/**
 * Insight: the figures a bureau is led by, each of which opens the list it counts.
 *
 * <p>Start reading at {@code cockpit/CockpitQueries}.
 */
@ApplicationModule(
        displayName = "决策支持 Insight",
        allowedDependencies = {"kernel", "identity"})
@NullMarked
package org.yiti.insight;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
