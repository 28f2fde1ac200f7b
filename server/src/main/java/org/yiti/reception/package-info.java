/**
 * Official hospitality: receptions, meetings, training and canteens, as ledgers until they are services.
 *
 * <p>Start reading at {@code ReceptionLedgers}.
 */
@ApplicationModule(
        displayName = "公务接待 Reception",
        allowedDependencies = {"kernel", "law"})
@NullMarked
package org.yiti.reception;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
