/**
 * What every module shares and nobody owns: labels, refusals, the declaration of ledgers. No business decision.
 *
 * <p>Start reading at {@code ledger/Ledger}.
 */
@ApplicationModule(displayName = "共用内核 Kernel", type = ApplicationModule.Type.OPEN)
@NullMarked
package org.yiti.kernel;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
