package org.yiti.energy;

import org.yiti.kernel.Refusal;

/** Every reason energy can say no. */
public enum EnergyRefusal implements Refusal {
    /** Or a source of readings. */
    METER_NOT_FOUND(Kind.ABSENT),
    ASIDE_NOT_FOUND(Kind.ABSENT),
    SPAN_TOO_LONG(Kind.UNACCEPTABLE),
    BATCH_UNFIT(Kind.UNACCEPTABLE),
    BATCH_TOO_LARGE(Kind.TOO_LARGE),
    METER_NOT_KNOWN(Kind.UNACCEPTABLE),
    METER_CODE_AMBIGUOUS(Kind.UNACCEPTABLE),
    READING_IN_OTHER_UNIT(Kind.UNACCEPTABLE),
    READING_OF_THE_FUTURE(Kind.UNACCEPTABLE),
    READING_OF_OTHER_KIND(Kind.UNACCEPTABLE),
    READINGS_NOT_STORED(Kind.CONFLICTING),
    READING_UNSTORABLE(Kind.UNACCEPTABLE),
    INTAKE_FULL(Kind.TOO_MANY),
    SOURCE_NOT_KNOWN(Kind.UNACCEPTABLE),
    SOURCE_IS_ANOTHER(Kind.UNACCEPTABLE),
    SOURCE_OUT_OF_BOUNDS(Kind.UNACCEPTABLE),
    MONTH_TOO_EARLY(Kind.UNACCEPTABLE),
    MONTH_NOT_OVER(Kind.UNACCEPTABLE),
    MONTH_CLOSED(Kind.CONFLICTING);

    private final Kind kind;

    EnergyRefusal(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
