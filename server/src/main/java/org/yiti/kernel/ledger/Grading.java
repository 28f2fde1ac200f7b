package org.yiti.kernel.ledger;

import org.jspecify.annotations.Nullable;

/**
 * How a value is to be guarded.
 *
 * @param mask what is left of it for those who may not see it; null where whoever may read the row may see it
 */
public record Grading(
        Grade grade, Category category, @Nullable Mask mask) {

    public static Grading of(Grade grade) {
        return new Grading(grade, Category.ORDINARY, null);
    }

    /** A column of L3 without a mask would be shown to everybody; one of L2 with a mask hides what is no secret. */
    boolean sound() {
        return grade.compareTo(Grade.L3) < 0 ? mask == null : mask != null && category != Category.ORDINARY;
    }

    public boolean guarded() {
        return mask != null;
    }
}
