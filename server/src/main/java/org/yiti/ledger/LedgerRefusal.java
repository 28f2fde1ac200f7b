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
    ROW_HOLDS_PAPERS(Kind.CONFLICTING),
    NOT_LISTED(Kind.UNACCEPTABLE),
    PAPER_NOT_FOUND(Kind.ABSENT),
    PAPER_REFUSED(Kind.UNACCEPTABLE),
    PAPER_MISSING(Kind.UNACCEPTABLE),
    PAPER_EMPTY(Kind.UNACCEPTABLE),
    PAPER_TOO_LARGE(Kind.TOO_LARGE),
    PAPER_TYPE_NOT_TAKEN(Kind.UNACCEPTABLE),
    PAPER_TYPE_DIFFERS(Kind.UNACCEPTABLE),
    PAPER_UNREADABLE(Kind.UNACCEPTABLE),
    PAPER_ALREADY_THERE(Kind.CONFLICTING),
    PAPERS_FULL(Kind.CONFLICTING),
    PAPER_KEY_REUSED(Kind.UNACCEPTABLE),
    PAPER_OF_ANOTHER(Kind.FORBIDDEN),
    PAPER_STAYS(Kind.FORBIDDEN);

    private final Kind kind;

    LedgerRefusal(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
