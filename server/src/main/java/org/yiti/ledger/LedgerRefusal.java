package org.yiti.ledger;

import org.yiti.kernel.Refusal;

/** Every reason a ledger can say no. */
public enum LedgerRefusal implements Refusal {
    LEDGER_NOT_FOUND(Kind.ABSENT),
    ROW_NOT_FOUND(Kind.ABSENT),
    OBJECT_NOT_FOUND(Kind.ABSENT),
    UNKNOWN_FILTER(Kind.UNACCEPTABLE),
    UNREADABLE_FILTER(Kind.UNACCEPTABLE),
    NOT_SORTABLE(Kind.UNACCEPTABLE),
    UNREADABLE_CURSOR(Kind.UNACCEPTABLE),
    ROW_REFUSED(Kind.UNACCEPTABLE),
    ROW_EXISTS(Kind.CONFLICTING),
    ROW_STALE(Kind.CONFLICTING),
    ROW_STILL_USED(Kind.CONFLICTING),
    NOT_LISTED(Kind.UNACCEPTABLE);

    private final Kind kind;

    LedgerRefusal(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
