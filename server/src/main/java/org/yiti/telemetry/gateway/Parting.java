package org.yiti.telemetry.gateway;

/** Why a line ended; the console has the words. */
enum Parting {
    CLOSED_BY_TERMINAL,
    SILENT,
    NOT_AUTHENTICATED,
    NOT_KNOWN,
    FRAME_TOO_SLOW,
    NO_MESSAGES,
    TAKEN_OVER,
    ELSEWHERE,
    FAILED,
    GATEWAY_STOPPED
}
