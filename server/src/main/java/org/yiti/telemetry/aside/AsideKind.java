package org.yiti.telemetry.aside;

/** What of a message could not be stored. */
enum AsideKind {
    POSITION,
    MESSAGE,
    ANSWER
}
