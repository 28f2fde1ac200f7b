package org.yiti.meters.interval;

import java.util.EnumSet;
import java.util.Set;

/** What must be known about a figure before it is believed. None of them: every boundary was read, nothing was doubtful. */
public enum Mark {
    /** Begins or ends between two readings: a share of what lies between them, by time. */
    INTERPOLATED,
    /** Part of it lies where readings were too far apart. */
    IN_GAP,
    /** Not all of it is known: no reading before or after, or a register nobody noted. */
    PARTIAL,
    ROLLED_OVER,
    REPLACED,
    RESET,
    RATIO_CHANGED,
    /** The register fell and nothing in the meter's history says why: that time counts nothing. */
    UNEXPLAINED_FALL,
    /** More than the meter can carry. */
    IMPLAUSIBLE,
    SUSPECT_READING,
    ESTIMATED_READING,
    /** Rests on a reading that has replaced another of the same time. */
    CORRECTED_READING,
    NO_TARIFF,
    NO_KGCE,
    NO_CO2,
    /** Two figures of a device speak of the same time: what the earlier has told is not counted again. */
    OVERLAPPING;

    int bit() {
        return 1 << ordinal();
    }

    static Set<Mark> of(int bits) {
        var marks = EnumSet.noneOf(Mark.class);
        for (var mark : values()) {
            if ((bits & mark.bit()) != 0) {
                marks.add(mark);
            }
        }
        return marks;
    }
}
