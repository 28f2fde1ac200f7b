/** The days that are not what their weekday says, for those who count workdays elsewhere. */
@NullMarked
package org.yiti.calendar.days;

import org.jspecify.annotations.NullMarked;
