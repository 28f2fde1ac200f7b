package org.yiti.jt808;

/** A deviation that is put up with for the models known to have it. */
public enum Tolerance {
    /** The length in the header is not the body's; the frame's own length counts. */
    LENGTH_WRONG,
    /** A count promises more items than come, or the last one is short: what is whole is taken, the tail is kept. */
    COUNT_WRONG,
    /** A body that its layout does not fit is kept as bytes instead of being refused. */
    BODY_UNFIT,
    /** The checksum is not looked at. */
    CHECKSUM_WRONG,
    /** A position is followed by fixed bytes instead of additional information. */
    FIXED_TAIL
}
