package org.yiti.calendar;

/** What kind of day it is. */
public enum DayKind {
    WORKDAY(true),
    WEEKEND(false),
    /** A day off by notice of the State Council, even when it is a Saturday or Sunday. */
    HOLIDAY(false),
    /** A Saturday or Sunday that is worked. */
    MAKE_UP_WORKDAY(true);

    private final boolean workday;

    DayKind(boolean workday) {
        this.workday = workday;
    }

    public boolean isWorkday() {
        return workday;
    }
}
