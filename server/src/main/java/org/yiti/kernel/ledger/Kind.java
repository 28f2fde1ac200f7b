package org.yiti.kernel.ledger;

/** What a column holds, and the PostgreSQL type that stores it. */
public enum Kind {
    TEXT("text"),
    INTEGER("integer"),
    DECIMAL("numeric"),
    DATE("date"),
    /** A month, stored as its first day. */
    MONTH("date"),
    /** A moment, written and shown in Asia/Shanghai. */
    TIME("timestamptz"),
    BOOLEAN("boolean"),
    /** A code of a {@link org.yiti.kernel.code.CodeTable}. */
    CODE("text"),
    /** A rank; which one a word means depends on the level of the institution. */
    RANK("text");

    private final String type;

    Kind(String type) {
        this.type = type;
    }

    public String type() {
        return type;
    }
}
