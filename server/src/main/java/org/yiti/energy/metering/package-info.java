/**
 * From what registers showed to what was consumed: readings are kept as told, and days are made of them in the same
 * transaction.
 *
 * <p>Start reading at {@link org.yiti.energy.metering.StoreReadings}.
 */
@NullMarked
package org.yiti.energy.metering;

import org.jspecify.annotations.NullMarked;
