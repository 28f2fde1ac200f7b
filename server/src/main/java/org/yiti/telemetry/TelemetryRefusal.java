package org.yiti.telemetry;

import org.yiti.kernel.Refusal;

/** Every reason telemetry can say no. */
public enum TelemetryRefusal implements Refusal {
    TERMINAL_NOT_FOUND(Kind.ABSENT),
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
