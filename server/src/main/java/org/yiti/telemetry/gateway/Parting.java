package org.yiti.telemetry.gateway;

/** Why a line ended; people read it by the code table {@code terminal-parting}. */
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
