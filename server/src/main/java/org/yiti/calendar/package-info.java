/**
 * One calendar of workdays, holidays and make-up workdays for everything.
 *
 * <p>Start reading at {@link org.yiti.calendar.WorkCalendar}.
 */
@ApplicationModule(
        displayName = "日历 Calendar",
        allowedDependencies = {"kernel", "identity"})
@NullMarked
package org.yiti.calendar;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
