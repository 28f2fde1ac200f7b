package org.yiti.jt808;

import java.util.Locale;

/** A reason to say no; worded in {@code refusals_zh.properties} and {@code refusals_en.properties}. */
public enum Refusal {
    FRAME_TOO_SHORT,
    FRAME_TOO_LONG,
    FRAME_UNFINISHED,
    ESCAPE_UNKNOWN,
    ESCAPE_DANGLING,
    CHECKSUM_WRONG,
    NOISE,

    LENGTH_DIFFERS,
    PACKAGE_NUMBER_OUTSIDE,
    PACKAGES_TOO_MANY,
    PACKAGES_TOO_LARGE,
    PACKAGES_CHANGED,
    PACKAGES_EXPIRED,
    GROUPS_TOO_MANY,

    FIELD_BEYOND_END,
    ITEM_EMPTY,
    ITEM_LONGER_THAN_READ,
    ITEM_CUT_OFF,
    COUNT_DIFFERS,
    BYTES_LEFT,
    TIME_IMPOSSIBLE,
    PLACE_IMPOSSIBLE,
    EDITION_DIFFERS,

    VALUE_OUTSIDE,
    TEXT_TOO_LONG,
    DIGITS_MALFORMED,
    BODY_TOO_LONG,
    BODY_OF_ANOTHER_KIND,

    MEDIA_STREAM,
    LINE_TOO_LONG,
    HEX_MALFORMED,
    JSON_MALFORMED,
    JSON_FIELD_ABSENT,
    JSON_VALUE_UNFIT,
    MESSAGE_UNKNOWN;

    /** The key of its wording, such as {@code checksum-wrong}. */
    public String wording() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
