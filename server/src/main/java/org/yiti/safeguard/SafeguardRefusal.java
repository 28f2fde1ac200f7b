package org.yiti.safeguard;

import org.yiti.kernel.Refusal;

/** Every reason safeguard can say no. */
public enum SafeguardRefusal implements Refusal {
    ENTRY_NOT_FOUND(Kind.ABSENT),
    WHOLE_LOG_ONLY(Kind.FORBIDDEN),
    UNREADABLE_FILTER(Kind.UNACCEPTABLE),
    LOG_REWRITTEN(Kind.CONFLICTING),
    KEY_ABSENT(Kind.CONFLICTING),
    MASTER_KEY_ABSENT(Kind.CONFLICTING),
    KEPT_TOO_SHORT(Kind.UNACCEPTABLE),
    REASON_TOO_SHORT(Kind.UNACCEPTABLE),
    TOO_MANY_REVEALS(Kind.TOO_MANY),
    READING_NOT_SEALED(Kind.UNAVAILABLE);

    private final Kind kind;

    SafeguardRefusal(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
