package org.yiti.safeguard;

import java.util.List;
import java.util.UUID;

/**
 * Encrypts the values of sealed columns. What it writes belongs to one column of one row: moved elsewhere it cannot be
 * opened. Beside the ciphertext stands a blind index, by which equal values are found and nothing else.
 */
public interface ColumnCipher {

    /** What every ciphertext begins with; {@code kernel.blind} knows it as well. */
    String MARK = "~";

    /** A value read into row {@code number} of a stage, which does not know yet which row of the ledger it is for. */
    record Staged(long number, UUID id, String text) {}

    /** Encrypted for a row of a stage. */
    String stage(String table, String column, String stage, long number, String value);

    /** What was staged, encrypted for the rows of the ledger it is for. */
    List<String> settle(String table, String column, String stage, List<Staged> staged);

    /** As the column holds a value to be equal to it. */
    String blindIndex(String table, String column, String value);

    /**
     * The value, or what stands in its place where it cannot be opened: one damaged value keeps nobody from the rest of a
     * page, and whoever keeps the house is told.
     *
     * @param stored as {@link #carried} has selected it; a value from before its column was sealed is given back as it is, for as
     *     long as there may be any
     * @return a text; {@link org.yiti.kernel.ledger.Mask#destroyed()} when the secret of the row has been destroyed, {@link
     *     org.yiti.kernel.ledger.Mask#unreadable()} when the value is damaged or its key is not the one it was encrypted with
     */
    Object read(String table, String column, String stored);

    /** As {@link #read}, of a row's value that was kept elsewhere, such as in its life line. */
    Object read(String table, String column, UUID row, String stored);

    /** Nothing that was sealed of the row is ever opened again, or found by what it was equal to. */
    void destroy(UUID row);

    /** SQL for a sealed column together with all that is needed to open it. */
    static String carried(String alias, String column) {
        return "%1$s.%2$s || '|' || %1$s.id || '|' || coalesce((select encode(secret, 'hex') from safeguard.subject where id = %1$s.id), '')"
                .formatted(alias, column);
    }
}
