package org.yiti.kernel.ledger;

import com.fasterxml.jackson.annotation.JsonValue;

/** What is left of a value for somebody who may not see it. A type of its own, so that it is never taken for the value. */
public record Masked(@JsonValue String text) {

    @Override
    public String toString() {
        return text;
    }
}
