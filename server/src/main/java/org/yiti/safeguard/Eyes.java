package org.yiti.safeguard;

import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yiti.kernel.ledger.Category;
import org.yiti.kernel.ledger.Column;
import org.yiti.kernel.ledger.Grading;
import org.yiti.kernel.ledger.Masked;

/**
 * What somebody sees of values of each kind. Taken once for a list of any length.
 *
 * @param reveals may have masked values shown one by one
 * @param witness is told of what they see as it is
 */
public record Eyes(Set<Category> covered, boolean reveals, Witness witness) {

    /** Of the house itself. */
    public static final Eyes ALL_SEEING = new Eyes(EnumSet.allOf(Category.class), true);

    /** Of somebody for whom everything guarded is masked: files that leave unasked. */
    public static final Eyes NOTHING_GUARDED = new Eyes(EnumSet.of(Category.ORDINARY), false);

    /** What a second person can agree to: sensitive values leave in no file. */
    public static final Eyes APPROVED = new Eyes(EnumSet.complementOf(EnumSet.of(Category.SENSITIVE)), false);

    public Eyes {
        covered = Set.copyOf(covered);
    }

    public Eyes(Set<Category> covered, boolean reveals) {
        this(covered, reveals, Witness.NONE);
    }

    /** Whether they would see values as they are. Values themselves go by {@link #seen}, which tells of them. */
    public boolean see(Grading grading) {
        return !grading.guarded() || covered.contains(grading.category());
    }

    public boolean see(Column column) {
        return see(column.grading());
    }

    /** The value, or what its mask leaves of it: the one place where a guarded value goes out as it is. */
    public @Nullable Object seen(Place place, Grading grading, @Nullable Object value) {
        if (value == null || value instanceof Masked || grading.mask() == null) {
            return value;
        }
        if (!see(grading)) {
            return grading.mask().of(value);
        }
        witness.saw(place);
        return value;
    }
}
