package org.yiti.identity;

import org.yiti.kernel.Refusal;

/** Every reason identity can say no. */
public enum IdentityRefusal implements Refusal {
    NOT_SIGNED_IN(Kind.FORBIDDEN),
    WRONG_CREDENTIALS(Kind.UNACCEPTABLE),
    INVITATION_NOT_VALID(Kind.UNACCEPTABLE),
    NOT_PERMITTED(Kind.FORBIDDEN),
    OUTSIDE_SCOPE(Kind.ABSENT);

    private final Kind kind;

    IdentityRefusal(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
