package org.yiti.supervision;

import org.yiti.kernel.Refusal;

/** Every reason supervision can say no. */
public enum SupervisionRefusal implements Refusal {
    FINDING_NOT_FOUND(Kind.ABSENT),
    RULE_NOT_FOUND(Kind.ABSENT),
    NOTHING_TO_CONFIRM(Kind.ABSENT),
    STEP_NOT_POSSIBLE(Kind.CONFLICTING),
    FINDING_STALE(Kind.CONFLICTING),
    NOTE_MISSING(Kind.UNACCEPTABLE),
    DUE_DATE_MISSING(Kind.UNACCEPTABLE),
    DUE_DATE_PAST(Kind.UNACCEPTABLE),
    ASSIGNEE_MISSING(Kind.UNACCEPTABLE),
    ASSIGNEE_UNKNOWN(Kind.UNACCEPTABLE),
    REASON_MISSING(Kind.UNACCEPTABLE),
    EXPORT_OF_TOO_MANY(Kind.FORBIDDEN),
    FIGURE_UNKNOWN(Kind.UNACCEPTABLE),
    CONTEST_OPEN(Kind.CONFLICTING),
    NO_OPEN_CONTEST(Kind.CONFLICTING),
    OWN_CONTEST(Kind.CONFLICTING),
    UNKNOWN_FILTER(Kind.UNACCEPTABLE),
    UNREADABLE_FILTER(Kind.UNACCEPTABLE);

    private final Kind kind;

    SupervisionRefusal(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
