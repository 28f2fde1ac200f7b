package org.yiti.document.layout;

/** In what a text is set, after GB/T 9704. Chinese is as wide as it is high; Latin letters are those that belong to it. */
public enum Face {
    TITLE,
    HEADING,
    BODY,
    TABLE,
    TITLE_LATIN,
    HEADING_LATIN,
    BODY_LATIN;

    public boolean isLatin() {
        return ordinal() >= TITLE_LATIN.ordinal();
    }

    Face latin() {
        return switch (this) {
            case TITLE, TITLE_LATIN -> TITLE_LATIN;
            case HEADING, HEADING_LATIN -> HEADING_LATIN;
            case BODY, TABLE, BODY_LATIN -> BODY_LATIN;
        };
    }
}
