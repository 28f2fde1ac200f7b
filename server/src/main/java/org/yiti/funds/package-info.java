/**
 * Public money: budgets of official spending, procurement contracts, payments and their publication.
 *
 * <p>Start reading at {@code FundLedgers}.
 */
@ApplicationModule(
        displayName = "经费采购 Funds",
        allowedDependencies = {"kernel"})
@NullMarked
package org.yiti.funds;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
