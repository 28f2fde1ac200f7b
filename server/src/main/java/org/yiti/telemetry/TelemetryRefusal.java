package org.yiti.telemetry;

import org.yiti.kernel.Refusal;

/** Every reason telemetry can say no to people; terminals are told by numbers. */
public enum TelemetryRefusal implements Refusal {
    TERMINAL_NOT_FOUND(Kind.ABSENT),
    PICTURE_NOT_FOUND(Kind.ABSENT),
    ASIDE_NOT_FOUND(Kind.ABSENT),
    COMMAND_MISSING(Kind.UNACCEPTABLE),
    TEXT_MISSING(Kind.UNACCEPTABLE),
    COMMAND_UNFIT(Kind.UNACCEPTABLE),
    COMMAND_TOO_LONG(Kind.UNACCEPTABLE),
    COMMAND_TIME_UNFIT(Kind.UNACCEPTABLE),
    COMMANDS_WAIT(Kind.TOO_MANY),
    PARAMETER_GATED(Kind.FORBIDDEN),
    NO_SUCH_PLACE_OR_TIME(Kind.UNACCEPTABLE),
    SEARCH_TOO_WIDE(Kind.UNACCEPTABLE);

    private final Kind kind;

    TelemetryRefusal(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
