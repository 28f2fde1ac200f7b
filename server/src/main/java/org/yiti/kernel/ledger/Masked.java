package org.yiti.kernel.ledger;

import com.fasterxml.jackson.annotation.JsonValue;

/** What is left of a value for somebody who may not see it. A type of its own, so that it is never taken for the value. */
public record Masked(@JsonValue String text) {

    /** Nobody sees more of it: it cannot be decrypted. */
    public boolean isUnreadable() {
        return text.equals(Mask.UNREADABLE);
    }

    @Override
    public String toString() {
        return text;
    }
}
