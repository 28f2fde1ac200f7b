package org.yiti.law.book;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yiti.kernel.Label;
import org.yiti.kernel.code.CodeTable;
import org.yiti.law.Confidence;

/** A number of the law with everything it depends on. */
record Parameter(String id, String module, Form form, String file, List<Value> values) {

    /** Which way a region may move a value. */
    enum Stricter {
        LOWER,
        HIGHER,
        /** Of days of the year. */
        EARLIER,
        /** Of codes: the one further down its table. */
        FURTHER,
        /** Of bounds: the lower one higher, the upper one lower. */
        NARROWER,
        /** The nearest region decides freely. */
        NONE;

        private static final Set<String> LOWER_BOUNDS = Set.of("START", "LEAST");
        private static final Set<String> UPPER_BOUNDS = Set.of("END", "MOST");

        Stricter at(Map<String, String> dims) {
            if (this != NARROWER) {
                return this;
            }
            return dims.values().stream().anyMatch(LOWER_BOUNDS::contains)
                    ? HIGHER
                    : dims.values().stream().anyMatch(UPPER_BOUNDS::contains) ? LOWER : NONE;
        }

        boolean ofText() {
            return this == EARLIER || this == FURTHER;
        }
    }

    /**
     * @param codes the code table that words a dimension, or what it holds itself where that is text ({@code value})
     * @param otherwise what holds where there is no row: a number, or the row with these dimensions instead
     */
    record Form(
            Label title,
            @Nullable String unit,
            Stricter stricter,
            boolean number,
            List<Dimension> dimensions,
            Map<String, CodeTable> codes,
            @Nullable Otherwise otherwise) {

        Strictness strictness() {
            return new Strictness(stricter, codes.get("value"));
        }
    }

    record Otherwise(@Nullable String value, Map<String, String> dims) {}

    /** @param number whether it holds numbers, such as a count of posts from which on something holds */
    record Dimension(String name, boolean number) {}

    /**
     * @param division null for the whole country
     * @param to first day it no longer holds; null while it does
     */
    record Value(@Nullable String division, Map<String, String> dims, Span valid, String value, Origin origin) {}

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
