package org.yiti.premises;

import org.yiti.kernel.Refusal;

/** Every reason premises can say no. */
public enum PremisesRefusal implements Refusal {
    BUILDING_NOT_FOUND(Kind.ABSENT);

    private final Kind kind;

    PremisesRefusal(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
