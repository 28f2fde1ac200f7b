package org.yiti.identity;

import org.yiti.kernel.Refusal;

/** Every reason identity can say no. */
public enum IdentityRefusal implements Refusal {
    NOT_SIGNED_IN(Kind.FORBIDDEN),
    WRONG_CREDENTIALS(Kind.UNACCEPTABLE),
    INVITATION_NOT_VALID(Kind.UNACCEPTABLE),
    TOO_MANY_FAILURES(Kind.TOO_MANY),
    WRONG_CODE(Kind.UNACCEPTABLE),
    ENROLMENT_NEEDED(Kind.FORBIDDEN),
    CONFIRMATION_NEEDED(Kind.FORBIDDEN),
    PASSWORD_TOO_SHORT(Kind.UNACCEPTABLE),
    PASSWORD_TOO_PLAIN(Kind.UNACCEPTABLE),
    PASSWORD_EASILY_GUESSED(Kind.UNACCEPTABLE),
    SAME_PASSWORD(Kind.UNACCEPTABLE),
    DEMONSTRATION_ACCOUNT(Kind.FORBIDDEN),
    SESSION_NOT_FOUND(Kind.ABSENT),
    AUTHENTICATOR_NOT_FOUND(Kind.ABSENT),
    LAST_AUTHENTICATOR(Kind.CONFLICTING),
    ACCOUNT_NOT_FOUND(Kind.ABSENT),
    ACCOUNT_TAKEN(Kind.CONFLICTING),
    PERSON_HAS_ACCOUNT(Kind.CONFLICTING),
    OWN_ACCOUNT(Kind.CONFLICTING),
    INSTITUTION_NEEDED(Kind.UNACCEPTABLE),
    NOT_PERMITTED(Kind.FORBIDDEN),
    TOKEN_MISSING(Kind.FORBIDDEN),
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
