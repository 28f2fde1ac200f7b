package org.yiti.energy;

import org.yiti.kernel.Refusal;

/** Every reason energy can say no. */
public enum EnergyRefusal implements Refusal {
    METER_NOT_FOUND(Kind.ABSENT),
    SPAN_TOO_LONG(Kind.UNACCEPTABLE);

    private final Kind kind;

    EnergyRefusal(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
