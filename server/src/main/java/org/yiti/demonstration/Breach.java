package org.yiti.demonstration;

import org.jspecify.annotations.Nullable;

/**
 * One breach that was planted: the rule that must find it, on which object, with which numbers.
 * {@code subject} is the natural key of the object: a plate, building and room number, a person's or an institution's code …
 * {@code consequence} is true where it follows from another plant.
 */
public record Breach(
        String rule,
        String subject,
        @Nullable String episode,
        String done,
        @Nullable Double actual,
        @Nullable Double limit,
        @Nullable Double excess,
        boolean consequence) {}
