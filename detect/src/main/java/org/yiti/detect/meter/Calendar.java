package org.yiti.detect.meter;

/** Which days are worked. Part of a detector: when it changes, what was found by it is recomputed. */
@FunctionalInterface
public interface Calendar {

    /** Nobody says; days are compared with the same day of the week. */
    Calendar UNKNOWN = day -> Work.UNKNOWN;

    enum Work {
        WORKDAY,
        DAY_OFF,
        UNKNOWN
    }

    /** Of a day counted from 1970-01-01. */
    Work of(long day);
}
