/** A made-up city to look at and to measure with, and the list of every breach planted in it. Start reading at {@link org.yiti.demonstration.Demonstration}. */
@ApplicationModule(
        displayName = "示范 Demonstration",
        allowedDependencies = {"kernel", "identity", "calendar", "workbook", "telemetry", "supervision"})
@NullMarked
package org.yiti.demonstration;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
