package org.yiti.kernel;

/** Every reason to turn a request away before anybody looks at what it asks. */
public enum KernelRefusal implements Refusal {
    TOO_MANY_REQUESTS(Kind.TOO_MANY),
    BODY_TOO_LARGE(Kind.TOO_LARGE),
    UPLOAD_BROKEN_OFF(Kind.UNACCEPTABLE),
    FOREIGN_SITE(Kind.FORBIDDEN),
    MET_ANOTHER(Kind.CONFLICTING),
    UNREADABLE_CURSOR(Kind.UNACCEPTABLE);

    private final Kind kind;

    KernelRefusal(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
