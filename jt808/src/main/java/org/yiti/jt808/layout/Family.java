package org.yiti.jt808.layout;

/** Which ids a value with an id is known by. */
public enum Family {
    /** Additional information of a position, tables 27 and 28 of the 2013 edition. */
    EXTRA,
    /** Parameters of a terminal, table 12. */
    PARAMETER,
    /** Types of transparent data, table 93. */
    TRANSPARENT,
    /** Bytes some trackers put behind a position where the standard has additional information; they have no id. */
    FIXED_TAIL
}
