/**
 * What every ledger can do from its declaration alone: be listed, exported, checked, amended, shown as an object with its papers, found.
 *
 * <p>Start reading at {@code LedgerSql} and {@code checking/Stage}.
 */
@ApplicationModule(
        displayName = "台账 Ledger",
        allowedDependencies = {"kernel", "identity", "safeguard"})
@NullMarked
package org.yiti.ledger;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
