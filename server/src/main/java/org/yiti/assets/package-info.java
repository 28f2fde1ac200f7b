/**
 * What institutions own beside premises and vehicles: cards, standards, stocktakes, disposals, the shared warehouse.
 *
 * <p>Start reading at {@code AssetLedgers}.
 */
@ApplicationModule(
        displayName = "国有资产 Assets",
        allowedDependencies = {"kernel", "law"})
@NullMarked
package org.yiti.assets;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
