package org.yiti.law.book;

import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yiti.law.book.Parameter.Span;

/** A value as the database keeps it, shipped or set by the bureau, that may be used. */
record StoredValue(
        long id, String parameterId, @Nullable String division, Map<String, String> dims, Content content, Span valid) {

    /**
     * @param number null when it is a text
     * @param local a default that any region may set for itself
     */
    record Content(@Nullable BigDecimal number, @Nullable String text, boolean local) {}
}
