package org.yiti.ledger.checking;

import org.jspecify.annotations.Nullable;
import org.yiti.kernel.Label;

/**
 * What a cell was found to mean.
 *
 * @param stored the value as PostgreSQL reads it; null for an empty cell
 * @param error why it cannot be taken; null when it can
 * @param doubt a warning that does not stop it
 * @param allowed what would be allowed instead
 * @param written what stood there, when it was judged before it came here
 */
public record Cell(
        @Nullable String stored,
        @Nullable Label error,
        @Nullable Label doubt,
        @Nullable Label allowed,
        @Nullable String written) {

    Cell(@Nullable String stored, @Nullable Label error, @Nullable Label doubt, @Nullable Label allowed) {
        this(stored, error, doubt, allowed, null);
    }

    /** Stored for what a mask left, come back in a workbook: the value stays as it is. No text can hold this character. */
    static final String AS_IT_IS = "\u001A";

    static final Cell EMPTY = new Cell(null, null, null, null);

    static Cell of(String stored) {
        return new Cell(stored, null, null, null);
    }

    static Cell wrong(String zh, String en, @Nullable Label allowed) {
        return new Cell(null, new Label(zh, en), null, allowed);
    }

    /** A cell that cannot be read at all. */
    public static Cell unreadable(String written, String zh, String en) {
        return new Cell(null, new Label(zh, en), null, null, written);
    }

    public boolean isWrong() {
        return error != null;
    }
}
