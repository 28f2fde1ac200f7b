package org.yiti.workbook;

import org.yiti.kernel.Refusal;

/** Every reason the workbook module can say no. */
public enum WorkbookRefusal implements Refusal {
    IMPORT_NOT_FOUND(Kind.ABSENT),
    FILE_UNREADABLE(Kind.UNACCEPTABLE),
    FILE_MISSING(Kind.UNACCEPTABLE),
    FILE_TOO_LARGE(Kind.TOO_LARGE),
    KEY_REUSED(Kind.UNACCEPTABLE),
    NOTHING_IN_IT(Kind.UNACCEPTABLE),
    NO_SHEET_RECOGNISED(Kind.UNACCEPTABLE),
    NOT_CHECKED(Kind.CONFLICTING),
    HAS_PROBLEMS(Kind.CONFLICTING),
    CHANGED_SINCE_CHECK(Kind.CONFLICTING),
    CHECK_LOST(Kind.CONFLICTING),
    CHECK_EXPIRED(Kind.CONFLICTING),
    NOT_RUNNING(Kind.CONFLICTING),
    NOT_APPLIED(Kind.CONFLICTING),
    UNDO_BLOCKED(Kind.CONFLICTING),
    UNKNOWN_FORMAT(Kind.UNACCEPTABLE),
    CONTRADICTS_LEDGER(Kind.CONFLICTING),
    EXPORT_TOO_LONG(Kind.FORBIDDEN),
    EXPORT_NOT_FOUND(Kind.ABSENT),
    EXPORT_OF_ONES_OWN(Kind.FORBIDDEN),
    EXPORT_REJECTED_WITHOUT_REASON(Kind.UNACCEPTABLE),
    EXPORT_NOT_OPEN(Kind.CONFLICTING),
    EXPORT_NOT_APPROVED(Kind.CONFLICTING);

    private final Kind kind;

    WorkbookRefusal(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
