/**
 * Duties of whoever holds personal or important data: what is done with it, who gets it, what is assessed, audited and reported.
 *
 * <p>Start reading at {@code DataSecurityLedgers}.
 */
@ApplicationModule(
        displayName = "数据安全 Data security",
        allowedDependencies = {"kernel"})
@NullMarked
package org.yiti.datasecurity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
