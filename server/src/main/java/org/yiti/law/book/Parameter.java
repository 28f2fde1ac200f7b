package org.yiti.law.book;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yiti.kernel.Label;
import org.yiti.kernel.code.CodeTable;
import org.yiti.law.Confidence;

/** A number of the law with everything it depends on. */
record Parameter(String id, String module, Form form, String file, List<Value> values) {

    enum Stricter {
        LOWER,
        HIGHER,
        NONE;

        /** Whether a is at least as strict as b. */
        boolean holds(BigDecimal a, BigDecimal b) {
            return switch (this) {
                case LOWER -> a.compareTo(b) <= 0;
                case HIGHER -> a.compareTo(b) >= 0;
                case NONE -> true;
            };
        }
    }

    /** @param codes the code table that words a dimension, or what it holds itself where that is text ({@code value}) */
    record Form(
            Label title,
            @Nullable String unit,
            Stricter stricter,
            boolean number,
            List<Dimension> dimensions,
            Map<String, CodeTable> codes) {}

    /** @param number whether it holds numbers, such as a count of posts from which on something holds */
    record Dimension(String name, boolean number) {}

    /**
     * @param division null for the whole country
     * @param to first day it no longer holds; null while it does
     */
    record Value(@Nullable String division, Map<String, String> dims, Span valid, String value, Origin origin) {

        BigDecimal amount() {
            return new BigDecimal(value);
        }
    }

    record Span(LocalDate from, @Nullable LocalDate to) {

        boolean overlaps(Span other) {
            return (to == null || other.from.isBefore(to)) && (other.to == null || from.isBefore(other.to));
        }
    }

    /** @param note what somebody who compares it with the text should know */
    record Origin(
            Confidence confidence,
            String source,
            @Nullable String article,
            @Nullable String note,
            String place) {}

    String relation() {
        return id.replace('-', '_').replace('.', '_');
    }
}
