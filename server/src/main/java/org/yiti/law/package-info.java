/**
 * The law as data: reads {@code rules/}, keeps its parameters by date and region, hands its rules to who judges.
 *
 * <p>Start reading at {@link org.yiti.law.LawBook}.
 */
@ApplicationModule(
        displayName = "法规 Law",
        allowedDependencies = {"kernel", "safeguard"})
@NullMarked
package org.yiti.law;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
